import type { PartnerRequestAnswer } from '@entente/contract/sharing';
import { Outcome } from '@entente/core/kernel';
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
import { closeRequest, findRequest, insertRequest, insertSignature } from './requests.store.ts';

async function requestNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  publication: string,
  id: string,
): Promise<PartnerRequestAnswer | null> {
  const row = await findRequest(transaction, publication, id);
  return row === null ? null : partnerRequestAnswer(row, workspace);
}

/** Asks a partner to confirm or comment what the edition that stands shows. */
export function askPartner(
  caller: Caller,
  workspace: string,
  publication: string,
  { kind, partner }: { readonly kind: 'venture-stakes'; readonly partner: string },
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    if ((await findPublication(transaction, publication, 'lock')) === null) return Outcome.refuse(recordMissing);
    const organisation = await findRecordId(transaction, 'organisation', partner);
    if (organisation === null) return Outcome.refuse(unknownRecord('organisation', partner, '/partner'));
    const id = await insertRequest(transaction, publication, { kind, partner: organisation });
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
