import { findColumns, hiddenFromGuest, hiddenFromReader, type Seeing } from './canary-hidden.store.ts';
import { type Planting, plantTokens, TOKEN } from './canary-tokens.store.ts';
import { classedFirm, hiddenFromReaders, readerAsker } from './twins-classes.ts';
import { sharingFirm, signedUpMember } from './twins-firm.ts';
import type { Firm } from './twins-shared-firm.ts';
import { guestAsker } from './twins-guest.ts';
import { hiddenAll } from './twins-hidden.ts';
import { plantUnnamed } from './twins-plants.store.ts';
import { packedText } from './test-packed-files.ts';
import { allProbes, type Asker } from './twins-probes.ts';
import type { Heard, Twin } from './twins-server.ts';
import { type Worlds, worldsOf } from './twins-worlds.ts';

/** All that an answer says, packed files opened. */
async function textOf({ headers, bytes }: Heard): Promise<string> {
  const cursors = [...bytes.toString('latin1').matchAll(/"nextCursor":"([\w-]+)"/g)].map(([, cursor = '']) =>
    Buffer.from(cursor, 'base64url').toString('latin1'),
  );
  return [JSON.stringify(headers), bytes.toString('latin1'), ...cursors, await packedText(bytes)].join('\n');
}

export type Sighting = { readonly operation: string; readonly token: string };
export type Scan = {
  readonly planting: Planting;
  readonly asked: number;
  readonly granted: ReadonlySet<string>;
  readonly sightings: readonly Sighting[];
};

const SEEN = new RegExp(`${TOKEN}-\\d+-[a-z0-9-]+`, 'g');

/** Asks one world everything, and looks for tokens in every byte of what comes back. */
async function scanned(twin: Twin, worlds: Worlds, asker: Asker, email: string): Promise<Omit<Scan, 'planting'>> {
  const { probes } = allProbes(asker);
  const sightings: Sighting[] = [];
  const granted = new Set<string>();
  const look = (operation: string, text: string, said: string): void => {
    // What the question itself said is no news.
    for (const [token] of text.matchAll(SEEN)) if (!said.includes(token)) sightings.push({ operation, token });
  };
  for (const [nth, { operation, asked }] of probes.entries()) {
    const step = { seconds: LATE + nth, stream: `${worlds.seed} scan ${nth}` };
    const heard = await twin.at(step, () => twin.ask(asked));
    look(operation, await textOf(heard), JSON.stringify(asked));
    if (heard.status < 300) granted.add(operation);
    if (heard.status >= 500) sightings.push({ operation, token: `answers ${heard.status}` });
  }
  for (const letter of twin.letters(email)) look('letters', letter, '');
  return { asked: probes.length, granted, sightings };
}

/** After everything that building a world takes. */
const LATE = 5_000;

/** Somebody else with an account and a key, who is nothing to whoever asks. */
async function another(worlds: Worlds, { workspace, owner }: Firm): Promise<void> {
  const { cookie } = await signedUpMember(worlds, workspace, owner, 'manager');
  const url = `/api/v1/workspaces/${workspace}/api-keys`;
  const body = { name: 'A key', scopes: ['register.read'], days: 9 };
  await worlds.same((world) => world.made({ method: 'POST', url, headers: { cookie }, body }));
}

/** Everything that a guest gets of a world in which every hidden word is a token. */
export async function scanAsGuest(both: readonly [Twin, Twin], seed: string): Promise<Scan> {
  const worlds = worldsOf(both, seed, 0);
  const firm = await sharingFirm(worlds);
  const [twin] = both;
  const { superuser } = twin.database;
  await another(worlds, firm);
  await worlds.each((world) => hiddenAll(world, firm));
  await plantUnnamed(superuser, firm.workspace);
  const seeing: Seeing = {
    personId: firm.guest.personId,
    email: firm.guest.email,
    workspace: firm.workspace,
    rooms: firm.publications.map(({ id }) => id),
    requests: firm.requests.map(({ request }) => request),
  };
  const planting = await plantTokens(superuser, hiddenFromGuest(await findColumns(superuser), seeing));
  return { planting, ...(await scanned(twin, worlds, guestAsker(worlds, firm), firm.guest.email)) };
}

/** The same for a member who reads neither CLEAN nor NEVER. */
export async function scanAsReader(both: readonly [Twin, Twin], seed: string): Promise<Scan> {
  const worlds = worldsOf(both, seed, 0);
  const firm = await classedFirm(worlds);
  const [twin] = both;
  const { superuser } = twin.database;
  await another(worlds, firm);
  await worlds.each((world) => hiddenFromReaders(world, firm));
  const { personId, email } = firm.reader;
  const seeing: Seeing = { personId, email, workspace: firm.workspace, rooms: [], requests: [] };
  const planting = await plantTokens(superuser, hiddenFromReader(await findColumns(superuser), seeing));
  return { planting, ...(await scanned(twin, worlds, readerAsker(worlds, firm), email)) };
}
