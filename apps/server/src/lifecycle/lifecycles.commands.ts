import type { AllianceLifecycleAnswer, LifecycleBoardAnswer } from '@entente/contract/lifecycle';
import { can } from '@entente/core/accounts';
import { groupedBy, Outcome } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type ColleagueRow, findColleagues } from '../register/colleagues.store.ts';
import { type Caller, reading, required } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { entityTag } from '../register/record.presenter.ts';
import { findRecordId } from '../register/records.store.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { approversFor } from './approvers.ts';
import { lifecycleBoardAnswer } from './board.presenter.ts';
import { allianceLifecycleAnswer } from './lifecycle.presenter.ts';
import {
  type DevelopedRow,
  findDeveloped,
  findDevelopedOne,
  findSourceKeys,
  findStandingSteps,
  findStepsOf,
  type SaidStepRow,
} from './lifecycles.store.ts';
import { guestsWhoCan } from './partner-gates.commands.ts';
import { findAskedNow, findPartnerWords } from './partner-gates.store.ts';
import { lifecycleBy, recordedBy, withPartnerWords } from './recorded-steps.ts';

type Reads = Pick<Caller, 'database' | 'actor' | 'today'>;

/** The members whom the reader is told of; null: of none. */
export const colleaguesOf = async (
  transaction: DatabaseTransaction,
  { id, viewer }: Workspace,
): Promise<readonly ColleagueRow[] | null> =>
  can(viewer, 'members.read', { workspaceId: id }) ? findColleagues(transaction) : null;

const presentIn =
  (colleagues: readonly ColleagueRow[] | null) =>
  (alliance: DevelopedRow): ReadonlySet<string> | null =>
    colleagues && new Set(approversFor(colleagues, alliance.class).map(({ id }) => id));

/** Today, or the day of the latest step where that is later: it is tomorrow already in other places. */
const latest = (today: string, rows: readonly SaidStepRow[]): string =>
  rows.reduce((last, { day }) => (day > last ? day : last), today);

/** Where every alliance stands that the reader may see. */
export const readBoard = (
  reads: Reads,
  workspace: string,
  asOf: string | undefined,
): Promise<Outcome<LifecycleBoardAnswer>> =>
  reading(reads, workspace, async (transaction, found) => {
    const rows = withPartnerWords(await findStandingSteps(transaction), await findPartnerWords(transaction, null));
    const day = asOf ?? latest(reads.today, rows);
    const steps = groupedBy(rows, ({ allianceId }) => allianceId);
    const alliances = await findDeveloped(transaction, day);
    const developed = alliances.map((alliance) => ({
      alliance,
      lifecycle: lifecycleBy(steps.get(alliance.id) ?? [], day),
    }));
    return Outcome.of(lifecycleBoardAnswer(developed, day, presentIn(await colleaguesOf(transaction, found))));
  });

/** The development of an alliance as it stands now, or as it stood on a day. */
export async function lifecycleNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  alliance: string,
  { today, asOf }: { readonly today: string; readonly asOf?: string | undefined },
): Promise<StoredAnswer & { readonly body: AllianceLifecycleAnswer }> {
  const steps = await findStepsOf(transaction, alliance);
  const rows = withPartnerWords(steps, await findPartnerWords(transaction, alliance));
  const day = asOf ?? latest(today, rows);
  const row = await findDevelopedOne(transaction, alliance, day);
  if (row === null) return required(Outcome.refuse(recordMissing));
  const sources = rows.flatMap(({ content }) => (typeof content['source'] === 'string' ? [content['source']] : []));
  const beside = {
    asOf: day,
    present: presentIn(await colleaguesOf(transaction, workspace))(row),
    guests: await guestsWhoCan(transaction, workspace, alliance),
    asked: await findAskedNow(transaction, alliance),
    sources: await findSourceKeys(transaction, [...new Set(sources)]),
  };
  const recorded = { then: recordedBy(rows, day), now: recordedBy(rows, null) };
  const body = allianceLifecycleAnswer(row, recorded, { ...beside, version: steps.length }, workspace);
  return { status: 200, headers: { etag: entityTag(body.version) }, body };
}

/** The development of an alliance, by its slug or id. */
export const readLifecycle = (
  reads: Reads,
  { workspace, alliance }: { readonly workspace: string; readonly alliance: string },
  asOf: string | undefined,
): Promise<Outcome<StoredAnswer>> =>
  reading(reads, workspace, async (transaction, found) => {
    const id = await findRecordId(transaction, 'alliance', alliance);
    if (id === null) return Outcome.refuse(recordMissing);
    return Outcome.of(await lifecycleNow(transaction, found, id, { today: reads.today, asOf }));
  });
