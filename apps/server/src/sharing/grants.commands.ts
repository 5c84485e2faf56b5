import type { GrantAnswer, GrantChange, GrantCreation } from '@entente/contract/sharing';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { roleReserved } from '../register/joining.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, required } from '../register/changing.commands.ts';
import { recordMissing, staleVersion } from '../register/record-writes.commands.ts';
import { findRecordId } from '../register/records.store.ts';
import { unknownRecord } from '../register/references.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { confirmGrant, type Grantee, insertGrant, lockGrant, updateExpiry, withdrawGrant } from './grants.store.ts';
import { findGuests } from './guests.store.ts';
import { publicationNow } from './publication-now.commands.ts';
import { grantAnswer } from './publications.presenter.ts';
import { findPublication } from './publications.store.ts';

const granteeTwice: Problem = {
  code: 'grant-refused',
  message: 'A partner or guest is named twice',
  fix: 'Name each once.',
  pointer: '/to',
};

async function granteeOf(
  transaction: DatabaseTransaction,
  { partner, person }: GrantCreation['to'][number],
  pointer: string,
): Promise<Outcome<Grantee>> {
  if (partner !== undefined) {
    const id = await findRecordId(transaction, 'organisation', partner);
    return id === null
      ? Outcome.refuse(unknownRecord('organisation', partner, pointer))
      : Outcome.of({ partner: id, person: null });
  }
  const guests = await findGuests(transaction);
  const guest = guests.find(({ personId, endedAt }) => personId === person && endedAt === null);
  return guest === undefined
    ? Outcome.refuse(unknownRecord('guest', person ?? '', pointer))
    : Outcome.of({ partner: null, person: guest.personId });
}

/** Grants a publication to each; what one of them refuses, all are refused. */
export async function grantAll(
  transaction: DatabaseTransaction,
  publication: string,
  to: GrantCreation['to'],
  until: string,
): Promise<void> {
  const grantees = [];
  for (const [nth, named] of to.entries()) {
    grantees.push(required(await granteeOf(transaction, named, `/to/${nth}`)));
  }
  const ids = new Set(grantees.map(({ partner, person }) => partner ?? person));
  if (ids.size < grantees.length) required(Outcome.refuse(granteeTwice));
  for (const grantee of grantees) await insertGrant(transaction, publication, grantee, until);
}

export function grantPublication(
  caller: Caller,
  workspace: string,
  id: string,
  { to, until }: GrantCreation,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    if ((await findPublication(transaction, id)) === null) return Outcome.refuse(recordMissing);
    await grantAll(transaction, id, to, until);
    return Outcome.of(await publicationNow(transaction, found, id));
  });
}

export type GrantPlace = { readonly publication: string; readonly grant: string; readonly version: number };

/** Changes until when a grant holds, withdraws it for good, or confirms it after a restore. */
export async function changeGrant(
  caller: Caller,
  workspace: string,
  { publication, grant, version }: GrantPlace,
  { until, withdrawn, suspended }: GrantChange,
): Promise<Outcome<GrantAnswer>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, found) => {
    const row = await lockGrant(transaction, publication, grant);
    if (row === null) return Outcome.refuse(recordMissing);
    if (row.version !== version) return Outcome.refuse(staleVersion(version, row.version));
    if (suspended === false && !can(found.viewer, 'owners.write', { workspaceId: found.id }))
      return Outcome.refuse(roleReserved);
    if (until !== undefined) await updateExpiry(transaction, grant, until);
    if (withdrawn === true) await withdrawGrant(transaction, grant);
    if (suspended === false) await confirmGrant(transaction, grant);
    const now = await lockGrant(transaction, publication, grant);
    return now === null
      ? Outcome.refuse(recordMissing)
      : Outcome.of({ status: 200, headers: {}, body: grantAnswer(now, found) });
  });
  return answer.ok ? Outcome.of(answer.value.body as GrantAnswer) : answer;
}
