import type { PartnerAsking, PartnerRequestAnswer, RoomDraft } from '@entente/contract/sharing';
import { Outcome, type Problem } from '@entente/core/kernel';
import { findOwnName } from '../register/actors.store.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { findRecordId } from '../register/records.store.ts';
import { unknownRecord } from '../register/references.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { findPublication } from './publications.store.ts';
import { partnerRequestAnswer } from './requests.presenter.ts';
import {
  closeRequest,
  findCriterionKeys,
  findDrafts,
  findRequest,
  insertRequest,
  insertSignature,
  removeDraft,
  saveFirmDraft,
  sendDraft,
} from './requests.store.ts';

async function requestNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  publication: string,
  id: string,
): Promise<PartnerRequestAnswer | null> {
  const row = await findRequest(transaction, publication, id);
  if (row === null) return null;
  const keys = await findCriterionKeys(transaction, publication);
  return partnerRequestAnswer(row, workspace, { drafts: await findDrafts(transaction), keys });
}

/** Asks a partner to confirm or comment what the edition that stands shows, or both sides how the alliance does. */
export function askPartner(
  caller: Caller,
  workspace: string,
  publication: string,
  asking: PartnerAsking,
): Promise<Outcome<StoredAnswer>> {
  const { kind, partner } = asking;
  // The whole of the last day, by the clock of UTC.
  const closesAt = asking.kind === 'health-check' ? `${asking.until}T24:00:00Z` : null;
  const { anonymous, criteria } = asking.kind === 'health-check' ? asking : { anonymous: false, criteria: [] };
  return arranging(caller, workspace, async (transaction, found) => {
    if ((await findPublication(transaction, publication, 'lock')) === null) return Outcome.refuse(recordMissing);
    const organisation = await findRecordId(transaction, 'organisation', partner);
    if (organisation === null) return Outcome.refuse(unknownRecord('organisation', partner, '/partner'));
    const id = await insertRequest(transaction, publication, {
      kind,
      partner: organisation,
      closesAt,
      anonymous,
      criteria,
    });
    return Outcome.of({ status: 201, headers: {}, body: await requestNow(transaction, found, publication, id) });
  });
}

export type RequestPlace = { readonly publication: string; readonly request: string };

/** Closes a request; what the partner sent stays. */
export async function endRequest(
  caller: Caller,
  workspace: string,
  { publication, request }: RequestPlace,
): Promise<Outcome<null>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction) =>
    (await closeRequest(transaction, publication, request))
      ? Outcome.of({ status: 204, headers: {}, body: null })
      : Outcome.refuse(recordMissing),
  );
  return answer.ok ? Outcome.of(null) : answer;
}

/** Signs the edition that a partner confirmed, for the firm. */
export async function signForFirm(
  caller: Caller,
  workspace: string,
  { publication, request }: RequestPlace,
  digest: string,
): Promise<Outcome<PartnerRequestAnswer>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, found) => {
    const row = await findRequest(transaction, publication, request);
    if (row === null) return Outcome.refuse(recordMissing);
    const person = await findOwnName(transaction);
    if (row.firm === null) await insertSignature(transaction, request, { side: 'firm', digest, person });
    return Outcome.of({ status: 200, headers: {}, body: await requestNow(transaction, found, publication, request) });
  });
  return answer.ok ? Outcome.of(answer.value.body as PartnerRequestAnswer) : answer;
}

const answerOfKind: Problem = {
  code: 'answer-of-kind',
  message: 'A health check is answered by ratings of what it asks, and nothing else is',
  fix: 'Answer as the request asks.',
};
export const draftMissing: Problem = {
  code: 'draft-missing',
  message: 'There is no draft to send',
  fix: 'Write what you answer, and keep it, before you send it.',
};

/** Runs one act of a member on their own answer to a request. */
async function answeringForFirm(
  caller: Caller,
  workspace: string,
  { publication, request }: RequestPlace,
  run: (transaction: DatabaseTransaction) => Promise<Outcome<null>>,
): Promise<Outcome<PartnerRequestAnswer>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, found) => {
    if ((await findRequest(transaction, publication, request)) === null) return Outcome.refuse(recordMissing);
    const done = await run(transaction);
    if (!done.ok) return done;
    return Outcome.of({ status: 200, headers: {}, body: await requestNow(transaction, found, publication, request) });
  });
  return answer.ok ? Outcome.of(answer.value.body as PartnerRequestAnswer) : answer;
}

/** Keeps what a member would answer to a health check for the firm; nobody else sees it. */
export const keepFirmDraft = (
  caller: Caller,
  workspace: string,
  place: RequestPlace,
  { ratings }: RoomDraft,
): Promise<Outcome<PartnerRequestAnswer>> =>
  answeringForFirm(caller, workspace, place, async (transaction) => {
    if (ratings === null) return Outcome.refuse(answerOfKind);
    await saveFirmDraft(transaction, place.request, { ratings, person: await findOwnName(transaction) });
    return Outcome.of(null);
  });

export async function dropFirmDraft(caller: Caller, workspace: string, place: RequestPlace): Promise<Outcome<null>> {
  const dropped = await answeringForFirm(caller, workspace, place, async (transaction) => {
    await removeDraft(transaction, place.request);
    return Outcome.of(null);
  });
  return dropped.ok ? Outcome.of(null) : dropped;
}

/** Sends a member's draft; it stays as it is from then on. */
export const sendForFirm = (
  caller: Caller,
  workspace: string,
  place: RequestPlace,
): Promise<Outcome<PartnerRequestAnswer>> =>
  answeringForFirm(caller, workspace, place, async (transaction) =>
    (await sendDraft(transaction, place.request)) ? Outcome.of(null) : Outcome.refuse(draftMissing),
  );
