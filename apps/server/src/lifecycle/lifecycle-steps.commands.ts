import type { LifecycleStepCreation } from '@entente/contract/lifecycle';
import { type Day, Outcome, type Problem } from '@entente/core/kernel';
import { type Lifecycle, lifecycleAfter, SEVEN_STAGES, stageRecord, type Step } from '@entente/core/lifecycle';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, type Change, changing, required } from '../register/changing.commands.ts';
import { alterRecord, recordMissing, staleVersion } from '../register/record-writes.commands.ts';
import { findRecord, findRecordId, type RecordRow } from '../register/records.store.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { approversFor, approversNamed, isOwn } from './approvers.ts';
import { colleaguesOf, lifecycleNow } from './lifecycles.commands.ts';
import { findStepsOf, insertStep, lockSteps } from './lifecycles.store.ts';
import { askPartners, partnerApprovers } from './partner-gates.commands.ts';
import { findPartnerWords } from './partner-gates.store.ts';
import { recordedBy, withPartnerWords } from './recorded-steps.ts';

/** Whose development it is, and how many steps the writer has read of it. */
export type StepPlace = { readonly workspace: string; readonly alliance: string; readonly version: number };

/** What of a step a problem points at. */
const POINTERS: Readonly<Record<string, string>> = {
  'step-before-stage': '/on',
  'step-before-others': '/on',
  'waiver-past': '/until',
  'stage-unknown': '/stage',
  'approver-repeated': '/approvers',
};

const MILLISECONDS_A_DAY = 86_400_000;

const inFuture: Problem = {
  code: 'step-in-future',
  message: 'The step lies in the future',
  fix: 'Give the day on which it was taken; what is still to come is planned.',
  pointer: '/on',
};

const sourceUnknown: Problem = {
  code: 'record-unknown',
  message: 'There is no such source in this workspace',
  fix: 'Choose a source that is there, or say in words by what it is seen.',
  pointer: '/source',
};

const forPartner: Problem = {
  code: 'approver-unnamed',
  message: 'You are named for the gate as a guest of the partner',
  fix: 'Have approvers named anew: as a member you approve for your own firm.',
};

/** The latest day that it is anywhere while it is `today` in Greenwich. */
const latestToday = (today: Day): Day =>
  new Date(Date.parse(`${today}T00:00:00Z`) + MILLISECONDS_A_DAY).toISOString().slice(0, 10);

async function sourceId(transaction: DatabaseTransaction, key: string): Promise<string> {
  return (await findRecordId(transaction, 'source', key)) ?? required(Outcome.refuse(sourceUnknown));
}

/** The step that is asked for, with what it names found; who takes it is whoever asks. */
async function stepAsked(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  { id, class: recordClass }: RecordRow,
  asked: LifecycleStepCreation,
  before: Lifecycle | null,
): Promise<Step> {
  const by = workspace.viewer.personId;
  const named = 'stage' in asked && before !== null ? stageRecord(before, asked.stage).approvers : [];
  if (asked.kind === 'gate-judged') {
    if (named.some((each) => each.key === by && !isOwn(each))) return required(Outcome.refuse(forPartner));
    return { ...asked, approver: by, by };
  }
  if (asked.kind === 'judged' && asked.source !== null)
    return { ...asked, source: await sourceId(transaction, asked.source), by };
  if (asked.kind !== 'approvers-named') return { ...asked, by };
  const colleagues = (await colleaguesOf(transaction, workspace)) ?? [];
  const partners = await partnerApprovers(transaction, workspace, id, named);
  const approvers = required(approversNamed(asked.approvers, approversFor(colleagues, recordClass), partners));
  const { kind, on, stage } = asked;
  return { kind, on, stage, approvers, by };
}

/** Takes the step, judged under the lock of the alliance's steps; answers the stage in which the alliance then is. */
async function taken(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  alliance: RecordRow,
  asked: LifecycleStepCreation,
  version: number,
): Promise<string> {
  await lockSteps(transaction, alliance.id);
  const rows = await findStepsOf(transaction, alliance.id);
  if (rows.length !== version) return required(Outcome.refuse(staleVersion(version, rows.length)));
  const words = await findPartnerWords(transaction, alliance.id);
  const before = recordedBy(withPartnerWords(rows, words), null).lifecycle;
  const step = await stepAsked(transaction, workspace, alliance, asked, before);
  const after = lifecycleAfter(before, SEVEN_STAGES, step);
  if (!after.ok) {
    const pointed = after.problems.map((each) => ({ ...each, pointer: POINTERS[each.code] }));
    return required(
      Outcome.refuse(...pointed.map(({ pointer, ...each }) => ({ ...each, ...(pointer && { pointer }) }))),
    );
  }
  const { kind, on: day, by: _, ...content } = step;
  await insertStep(transaction, { allianceId: alliance.id, nth: version + 1, kind, day, content });
  await askPartners(transaction, workspace, alliance.id, { step, nth: version + 1, after: after.value, asked });
  return after.value.visits.at(-1)?.stage ?? '';
}

const reasonOf = (asked: LifecycleStepCreation): string | null => ('reason' in asked ? asked.reason : null);

/** Steps after which the register says another stage, or says it anew. */
const MOVES: ReadonlySet<string> = new Set(['begun', 'advanced', 'revisited', 'ended']);

/** Takes a step that moves the alliance; the register tells its stage from then on, as what the actor said. */
async function moved(
  change: Change,
  { alliance, version }: StepPlace,
  asked: LifecycleStepCreation,
): Promise<Outcome<StoredAnswer>> {
  const { transaction, workspace, today } = change;
  const row = await findRecord(transaction, 'alliance', alliance, 'lock');
  if (row === null) return Outcome.refuse(recordMissing);
  const stage = await taken(transaction, workspace, row, asked, version);
  const reason = reasonOf(asked);
  const target = { record: row.id, version: row.version };
  await alterRecord(change, 'alliance', target, { stage, ...(reason === null ? {} : { reason }) });
  return Outcome.of({ ...(await lifecycleNow(transaction, workspace, row.id, { today })), status: 201 });
}

/** Takes the next step in the development of an alliance; the first begins it. */
export async function takeStep(
  caller: Caller,
  place: StepPlace,
  asked: LifecycleStepCreation,
): Promise<Outcome<StoredAnswer>> {
  const { today } = caller;
  if (asked.on > latestToday(today)) return Outcome.refuse(inFuture);
  if (MOVES.has(asked.kind)) {
    const intent = { command: 'take-lifecycle-step', reason: reasonOf(asked) };
    return changing(caller, place.workspace, intent, (change) => moved(change, place, asked));
  }
  return arranging(caller, place.workspace, async (transaction, workspace) => {
    const row = await findRecord(transaction, 'alliance', place.alliance);
    if (row === null) return Outcome.refuse(recordMissing);
    await taken(transaction, workspace, row, asked, place.version);
    return Outcome.of({ ...(await lifecycleNow(transaction, workspace, row.id, { today })), status: 201 });
  });
}
