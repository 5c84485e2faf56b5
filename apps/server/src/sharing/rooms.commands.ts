import type { RoomAnswer, RoomDraft, RoomListAnswer, RoomRequestAnswer } from '@entente/contract/sharing';
import type { PersonActor } from '@entente/core/accounts';
import { invariant, Outcome } from '@entente/core/kernel';
import { type Database, type DatabaseTransaction, inWorkspace } from '../platform/database.ts';
import { attempted, required } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { chainDeeds } from './publications.store.ts';
import { draftMissing } from './requests.commands.ts';
import { findGates } from './gates.store.ts';
import { roomGateAnswer } from './gates.presenter.ts';
import { roomRequestAnswer } from './requests.presenter.ts';
import {
  findDrafts,
  findRequest,
  findRequests,
  insertSignature,
  openAnswers,
  removeDraft,
  saveDraft,
  sendDraft,
} from './requests.store.ts';
import { roomContent, roomFile } from './rooms.presenter.ts';
import {
  findItems,
  findOwnGuest,
  findRoom,
  findRooms,
  findStandings,
  type RoomRow,
  tellReading,
} from './rooms.store.ts';

/** A guest, with the login that reads rooms and the one that keeps the audit. */
export type Visitor = { readonly guests: Database; readonly database: Database; readonly actor: PersonActor };

const placesOf = ({ actor }: Visitor): readonly string[] =>
  actor.memberships.filter(({ role }) => role === 'guest').map(({ workspaceId }) => workspaceId);

const headOf = ({ id, title, alliance, firm, partner, number, digest, publishedAt, expiresAt }: RoomRow) => ({
  id,
  title,
  alliance,
  firm,
  partner,
  edition: { number, digest, publishedAt: publishedAt.toISOString() },
  expiresAt: expiresAt.toISOString(),
});

/** What a guest finds with every firm that shares with them. */
async function inEachPlace<T>(
  visitor: Visitor,
  find: (transaction: DatabaseTransaction) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const workspaceId of placesOf(visitor)) {
    const place = { workspaceId, actorId: visitor.actor.personId, only: visitor.actor.only };
    found.push(...(await inWorkspace(visitor.guests, place, (transaction) => find(transaction))));
  }
  return found;
}

/** The rooms that are open to a guest, of every firm that shares with them. */
export async function listRooms(visitor: Visitor): Promise<Outcome<RoomListAnswer>> {
  const found = await inEachPlace(visitor, findRooms);
  const items = found.map((room) => ({ ...headOf(room), waiting: room.waiting }));
  return Outcome.of({ items, guest: placesOf(visitor).length > 0 });
}

/** Each room that is open to a guest, with a text that is another as soon as what they may see of it is. */
export async function roomStandings(visitor: Visitor): Promise<ReadonlyMap<string, string>> {
  const found = await inEachPlace(visitor, findStandings);
  return new Map(found.map(({ id, standing }) => [id, standing]));
}

type Visit<T> = (transaction: DatabaseTransaction, room: RoomRow) => Promise<Outcome<T>>;

/**
 * Runs one use of a room as the guest. What is not theirs, or not any more by the time the answer is complete, is not there;
 * the audit knows of what was done before the answer leaves.
 */
export async function visiting<T>(visitor: Visitor, id: string, run: Visit<T>): Promise<Outcome<T>> {
  const { actor, guests, database } = visitor;
  let answer: Outcome<T> = Outcome.refuse(recordMissing);
  for (const workspaceId of placesOf(visitor)) {
    const place = { workspaceId, actorId: actor.personId, only: actor.only };
    const found = await attempted(() =>
      inWorkspace(guests, place, async (transaction): Promise<Outcome<{ readonly value: T } | null>> => {
        const room = await findRoom(transaction, id);
        if (room === null) return Outcome.of(null);
        const value = required(await run(transaction, room));
        const still = await findRoom(transaction, id);
        required(still === null ? Outcome.refuse(recordMissing) : Outcome.of(null));
        return Outcome.of({ value });
      }),
    );
    if (!found.ok) answer = found;
    else if (found.value !== null) answer = Outcome.of(found.value.value);
    else continue;
    await inWorkspace(database, place, chainDeeds);
  }
  return answer;
}

/** A room as it stands. */
export async function readRoom(visitor: Visitor, id: string): Promise<Outcome<RoomAnswer>> {
  // What is over loses its names in a transaction that does nothing else.
  await inEachPlace(visitor, async (transaction) => {
    await openAnswers(transaction, id);
    return [];
  });
  return visiting(visitor, id, async (transaction, room) => {
    await tellReading(transaction, room, 'screen');
    const items = await findItems(transaction, room.editionId);
    const requests = await findRequests(transaction, id);
    const drafts = await findDrafts(transaction);
    return Outcome.of({
      ...headOf(room),
      ...roomContent(room, items),
      requests: requests.map((request) => roomRequestAnswer(request, drafts)),
      gates: (await findGates(transaction, id)).map(roomGateAnswer),
    });
  });
}

/** A room as a file that says whose copy it is. */
export function exportRoom(
  visitor: Visitor,
  id: string,
): Promise<Outcome<{ readonly name: string; readonly csv: string }>> {
  return visiting(visitor, id, async (transaction, room) => {
    await tellReading(transaction, room, 'file');
    const guest = await findOwnGuest(transaction);
    invariant(guest, 'a room is open to a guest');
    const { name: person, partner, now: at } = guest;
    const content = roomContent(room, await findItems(transaction, room.editionId));
    const csv = roomFile(content, { person, partner, at });
    return Outcome.of({ name: `room-${at.toISOString().slice(0, 10)}.csv`, csv });
  });
}

export type RequestOfRoom = { readonly room: string; readonly request: string };

async function answering(
  visitor: Visitor,
  { room: id, request }: RequestOfRoom,
  run: (transaction: DatabaseTransaction) => Promise<Outcome<null>>,
): Promise<Outcome<RoomRequestAnswer>> {
  return visiting(visitor, id, async (transaction) => {
    if ((await findRequest(transaction, id, request)) === null) return Outcome.refuse(recordMissing);
    const done = await run(transaction);
    if (!done.ok) return done;
    const row = await findRequest(transaction, id, request);
    invariant(row, 'a request that is answered stays');
    return Outcome.of(roomRequestAnswer(row, await findDrafts(transaction)));
  });
}

/** Keeps what the guest would answer; nobody else sees it. */
export const keepDraft = (
  visitor: Visitor,
  place: RequestOfRoom,
  draft: RoomDraft,
): Promise<Outcome<RoomRequestAnswer>> =>
  answering(visitor, place, async (transaction) => {
    await saveDraft(transaction, place.request, draft);
    return Outcome.of(null);
  });

export async function dropDraft(visitor: Visitor, place: RequestOfRoom): Promise<Outcome<null>> {
  const dropped = await answering(visitor, place, async (transaction) => {
    await removeDraft(transaction, place.request);
    return Outcome.of(null);
  });
  return dropped.ok ? Outcome.of(null) : dropped;
}

/** Sends the draft; it stays as it is from then on. */
export const sendAnswer = (visitor: Visitor, place: RequestOfRoom): Promise<Outcome<RoomRequestAnswer>> =>
  answering(visitor, place, async (transaction) =>
    (await sendDraft(transaction, place.request)) ? Outcome.of(null) : Outcome.refuse(draftMissing),
  );

/** Signs the edition that the partner confirmed. */
export const signForPartner = (
  visitor: Visitor,
  place: RequestOfRoom,
  digest: string,
): Promise<Outcome<RoomRequestAnswer>> =>
  answering(visitor, place, async (transaction) => {
    const row = await findRequest(transaction, place.room, place.request);
    const guest = await findOwnGuest(transaction);
    invariant(guest, 'a room is open to a guest');
    if (row?.partner === null)
      await insertSignature(transaction, place.request, { side: 'partner', digest, person: guest.name });
    return Outcome.of(null);
  });
