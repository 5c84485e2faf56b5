import { randomUUID } from 'node:crypto';
import {
  type Action,
  type Actor,
  audienceOf,
  type Membership,
  type Role,
  WORKSPACE_ACTIONS,
} from '@entente/core/accounts';
import type { Identify, Identity } from '../platform/identity.ts';
import type { FreshDatabase } from '../platform/test-database.ts';
import { dismiss, enrol, enrolGuest, person } from './test-people.store.ts';

/** Somebody who tries every operation. */
export type Persona = {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As the product should see them. */
  readonly actor: Actor;
  /** The classes of records that they read in each workspace. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
};

const identities = new Map<string, Identity>();

/** Tells the personas apart; a request without the header is nobody's. */
export const identifyPersona: Identify = (request) =>
  Promise.resolve(identities.get(String(request.headers['x-persona'])) ?? { kind: 'nobody' });

type Part = {
  readonly role?: Role;
  readonly cleanTeam?: boolean;
  readonly ended?: boolean;
  readonly elsewhere?: Role;
  readonly scopes?: readonly Action[];
};

/** Every role, with and without the clean team, those who left, strangers, guests of rival partners, and keys. */
const PARTS: Readonly<Record<string, Part>> = {
  owner: { role: 'owner' },
  administrator: { role: 'administrator' },
  manager: { role: 'manager' },
  contributor: { role: 'contributor' },
  reader: { role: 'reader' },
  auditor: { role: 'auditor' },
  'manager of the clean team': { role: 'manager', cleanTeam: true },
  'reader of the clean team': { role: 'reader', cleanTeam: true },
  'guest of one partner': { role: 'guest' },
  'guest of its rival': { role: 'guest' },
  'former administrator': { role: 'administrator', ended: true },
  'owner of another workspace': { elsewhere: 'owner' },
  'reader here, owner elsewhere': { role: 'reader', elsewhere: 'owner' },
  'somebody of no workspace': {},
  'key of an owner, for reading': { role: 'owner', scopes: ['register.read', 'workspace.read'] },
  'key of a reader, for everything': { role: 'reader', scopes: WORKSPACE_ACTIONS },
};

export type MatrixPlaces = {
  readonly ours: string;
  readonly theirs: string;
  /** An organisation of our register that guests are of, and another. */
  readonly partners: readonly [string, string];
};

async function persona(database: FreshDatabase, name: string, part: Part, places: MatrixPlaces): Promise<Persona> {
  const { id, accountId, email } = await person(database, name);
  const { role, cleanTeam = false, ended = false, elsewhere, scopes = null } = part;
  const { ours, theirs, partners } = places;
  if (role === 'guest') await enrolGuest(database, ours, id, name.includes('rival') ? partners[1] : partners[0]);
  else if (role !== undefined) await enrol(database, ours, id, role, { cleanTeam });
  if (elsewhere !== undefined) await enrol(database, theirs, id, elsewhere);
  if (ended) await dismiss(database, ours, id);
  const key = randomUUID();
  identities.set(
    key,
    scopes === null
      ? { kind: 'account', accountId, email, emailVerified: true, name, sessionId: key }
      : { kind: 'key', keyId: key, accountId, workspaceId: ours, scopes },
  );
  const here: Membership[] = role === undefined || ended ? [] : [{ workspaceId: ours, slug: 'ours', role, cleanTeam }];
  const there: Membership[] =
    elsewhere === undefined ? [] : [{ workspaceId: theirs, slug: 'theirs', role: elsewhere, cleanTeam: false }];
  return {
    name,
    headers: { 'x-persona': key },
    actor: {
      kind: 'person',
      personId: id,
      memberships: [...here, ...there],
      scopes,
      only: scopes === null ? null : ours,
    },
    classes: new Map([...here, ...there].map((membership) => [membership.workspaceId, audienceOf(membership)])),
  };
}

/** Makes every persona. */
export async function matrixPersonas(database: FreshDatabase, places: MatrixPlaces): Promise<readonly Persona[]> {
  const made: Persona[] = [{ name: 'nobody', headers: {}, actor: { kind: 'nobody' }, classes: new Map() }];
  for (const [name, part] of Object.entries(PARTS)) made.push(await persona(database, name, part, places));
  return made;
}
