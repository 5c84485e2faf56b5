import type {
  PublicationAnswer,
  PublicationCreation,
  PublicationPageAnswer,
  PublicationPreview,
  RoomContent,
} from '@entente/contract/sharing';
import { chosenKinds } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import { type Database, inWorkspace } from '../platform/database.ts';
import { arranging, type Caller, nowhereAs, reading, required } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { enterWorkspaceNamed, type Workspace } from '../register/workspaces.store.ts';
import { chosenItems } from './chosen-items.commands.ts';
import { grantAll } from './grants.commands.ts';
import { findGrants, withdrawGrants } from './grants.store.ts';
import { findGuests } from './guests.store.ts';
import { publicationNow } from './publication-now.commands.ts';
import { publicationAnswer } from './publications.presenter.ts';
import {
  findDeeds,
  findPublication,
  findPublications,
  insertEdition,
  insertPublication,
} from './publications.store.ts';
import { partnerRequestAnswer } from './requests.presenter.ts';
import { findCriterionKeys, findDrafts, findRequests, openAnswers } from './requests.store.ts';
import { roomContent } from './rooms.presenter.ts';
import { findItems, findRoom } from './rooms.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;

export function listPublications(
  reads: Reads,
  workspace: string,
  alliance: string | null,
): Promise<Outcome<{ readonly items: readonly PublicationAnswer[] }>> {
  return reading(reads, workspace, async (transaction, found) => {
    const rows = await findPublications(transaction, alliance);
    const ids = rows.map(({ id }) => id);
    const grants = await findGrants(transaction, ids);
    return Outcome.of({ items: rows.map((row) => publicationAnswer(row, grants, found)) });
  });
}

export async function readPublication(
  reads: Reads,
  workspace: string,
  id: string,
): Promise<Outcome<PublicationPageAnswer>> {
  // What is over loses its names in a transaction that does nothing else.
  await inWorkspace(reads.database, nowhereAs(reads.actor), async (transaction) => {
    const found = await enterWorkspaceNamed(transaction, workspace, reads.actor.scopes);
    if (found !== null) await openAnswers(transaction, id);
  });
  return reading(reads, workspace, async (transaction, found) => {
    const row = await findPublication(transaction, id);
    if (row === null) return Outcome.refuse(recordMissing);
    const requests = await findRequests(transaction, id);
    const more = { drafts: await findDrafts(transaction), keys: await findCriterionKeys(transaction, id) };
    const deeds = await findDeeds(transaction, id);
    const { title, allianceName: alliance, firmName: firm, editionId } = row;
    return Outcome.of({
      ...publicationAnswer(row, await findGrants(transaction, [id]), found),
      content: roomContent({ title, alliance, firm }, await findItems(transaction, editionId)),
      requests: requests.map((request) => partnerRequestAnswer(request, found, more)),
      deeds: deeds.map((deed) => ({ ...deed, doneAt: deed.doneAt.toISOString() })),
    });
  });
}

const viewerOf = ({ id: workspaceId, viewer }: Workspace) => ({ actor: viewer, workspaceId });

/** What a publication would show, by the same reading and the same presenter; nothing is written. */
export function previewPublication(
  reads: Reads,
  workspace: string,
  { alliance, title, selection }: PublicationPreview,
): Promise<Outcome<RoomContent>> {
  return reading(reads, workspace, async (transaction, found) => {
    const chosen = chosenKinds(selection);
    if (!chosen.ok) return chosen;
    const read = await chosenItems(transaction, viewerOf(found), alliance, chosen.value);
    if (!read.ok) return read;
    const { head, items } = read.value;
    const name = (head.fields['name'] ?? head.fields['slug']) as string;
    return Outcome.of(roomContent({ title, alliance: name, firm: found.name }, items));
  });
}

/** Publishes an alliance's chosen records to partners. */
export function createPublication(
  caller: Caller,
  workspace: string,
  { alliance, title, selection, to, until }: PublicationCreation,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    const chosen = required(chosenKinds(selection));
    const { head, items } = required(await chosenItems(transaction, viewerOf(found), alliance, chosen));
    const id = await insertPublication(transaction, { title, allianceId: head.id, selection: chosen });
    await insertEdition(transaction, id, items);
    await grantAll(transaction, id, to, until);
    return Outcome.of(await publicationNow(transaction, found, id));
  });
}

/** Publishes the records as they are now, in the place of what was published before. */
export function republish(caller: Caller, workspace: string, id: string): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    const row = await findPublication(transaction, id, 'lock');
    if (row === null) return Outcome.refuse(recordMissing);
    const { items } = required(await chosenItems(transaction, viewerOf(found), row.allianceId, row.selection));
    await insertEdition(transaction, id, items);
    return Outcome.of(await publicationNow(transaction, found, id));
  });
}

/** Withdraws a publication from everybody; their next request finds nothing. */
export async function withdrawPublication(caller: Caller, workspace: string, id: string): Promise<Outcome<null>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction) => {
    if ((await findPublication(transaction, id, 'lock')) === null) return Outcome.refuse(recordMissing);
    await withdrawGrants(transaction, id);
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
  return answer.ok ? Outcome.of(null) : answer;
}

/** A publication as a guest gets it now, read as that guest through the guests' own login; without what they wrote. */
export async function seePublicationAs(
  { database, actor, guests }: Reads & { readonly guests: Database },
  workspace: string,
  id: string,
  guest: string,
): Promise<Outcome<{ readonly room: RoomContent | null }>> {
  const place = await reading({ database, actor }, workspace, async (transaction, found) => {
    const row = await findPublication(transaction, id);
    const isGuest = (await findGuests(transaction)).some(({ personId }) => personId === guest);
    return row === null || !isGuest ? Outcome.refuse(recordMissing) : Outcome.of(found.id);
  });
  if (!place.ok) return place;
  return inWorkspace(guests, { workspaceId: place.value, actorId: guest }, async (transaction) => {
    const room = await findRoom(transaction, id);
    return Outcome.of({ room: room === null ? null : roomContent(room, await findItems(transaction, room.editionId)) });
  });
}
