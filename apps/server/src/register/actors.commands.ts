import type { Action, Actor, PersonActor } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import { type Database, inWorkspace } from '../platform/database.ts';
import type { Identity } from '../platform/identity.ts';
import {
  type AccountPerson,
  enterPersonOfAccount,
  findMemberships,
  getLocalPerson,
  insertPerson,
} from './actors.store.ts';

/** The one user of an installation without accounts: whoever reaches this machine's own address. */
export async function localActor(database: Database): Promise<PersonActor> {
  const personId = await getLocalPerson(database);
  const memberships = await inWorkspace(database, { workspaceId: null, actorId: personId }, findMemberships);
  return { kind: 'person', personId, memberships, scopes: null, only: null };
}

/** The person of an account, limited to one workspace where the session or key is. */
async function knownActor(database: Database, accountId: string, only: string | null): Promise<PersonActor | null> {
  return database
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const personId = await enterPersonOfAccount(transaction, accountId, only);
      if (personId === null) return null;
      return { kind: 'person', personId, memberships: await findMemberships(transaction), scopes: null, only };
    });
}

async function accountActor(database: Database, account: AccountPerson, only: string | null): Promise<PersonActor> {
  const known = await knownActor(database, account.accountId, only);
  if (known !== null) return known;
  // The first request of an account.
  await insertPerson(database, account);
  const made = await knownActor(database, account.accountId, only);
  invariant(made, 'a person that was made is there');
  return made;
}

/** Writing reads what it changes. */
const IMPLIED: Partial<Record<Action, readonly Action[]>> = {
  'register.write': ['register.read', 'history.read', 'workspace.read'],
  'register.read': ['workspace.read'],
  'sharing.publish': ['sharing.read', 'members.read', 'register.read', 'workspace.read'],
  'history.undo': ['history.read', 'register.read', 'register.write', 'workspace.read'],
};

const withImplied = (scopes: readonly Action[]): readonly Action[] => [
  ...new Set(scopes.flatMap((scope) => [scope, ...(IMPLIED[scope] ?? [])])),
];

/** Who acts: the person of the account, what a key of theirs is limited to, or, where that is open, the local user. */
export async function actorOf(
  database: Database,
  identity: Identity,
  { isDemo }: { readonly isDemo: boolean },
): Promise<Actor> {
  if (identity.kind === 'account') {
    return accountActor(database, identity, identity.onlyWorkspaceId ?? null);
  }
  if (identity.kind === 'nobody') return isDemo ? localActor(database) : { kind: 'nobody' };
  const holder = await knownActor(database, identity.accountId, identity.workspaceId);
  return holder === null ? { kind: 'nobody' } : { ...holder, scopes: withImplied(identity.scopes) };
}
