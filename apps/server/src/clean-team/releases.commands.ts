import type {
  ReleaseAnswer,
  ReleaseInputAnswer,
  ReleasePreview,
  ReleasePreviewAnswer,
  ReleaseProposal,
} from '@entente/contract/clean-team';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading, required } from '../register/changing.commands.ts';
import { noteClean } from '../register/clean-readings.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { fieldOf, type JudgedAggregate, judgedAggregate } from './aggregates.commands.ts';
import { findTeam } from './figures.store.ts';
import { inputAnswer, releaseAnswer, unitOf, worksInTeam } from './releases.presenter.ts';
import {
  awaitReleases,
  findInputs,
  findRelease,
  findReleases,
  type InputRow,
  insertRelease,
  type ReleaseRow,
  type ReleaseState,
  updateRelease,
} from './releases.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;

const decidedBefore: Problem = {
  code: 'release-decided',
  message: 'Somebody decided on it before',
  fix: 'Read it again; propose anew what was refused or withdrawn.',
};
const releaseStale: Problem = {
  code: 'release-stale',
  message: 'The records are not as they were when this was proposed',
  fix: 'Refuse the proposal, and have it proposed anew from the records as they are now.',
};
const secondPersonNeeded: Problem = {
  code: 'second-person-needed',
  message:
    'An aggregate is released by somebody of the clean team other than the person who proposed it, who is still in it',
  fix: 'Ask another person of the clean team to look at it.',
};

export function listReleases(
  reads: Reads,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly ReleaseAnswer[] }>> {
  return reading(reads, workspace, async (transaction, found) =>
    Outcome.of({ items: (await findReleases(transaction)).map((row) => releaseAnswer(row, found)) }),
  );
}

export function readRelease(reads: Reads, workspace: string, id: string): Promise<Outcome<ReleaseAnswer>> {
  return reading(reads, workspace, async (transaction, found) => {
    const row = await findRelease(transaction, id);
    return row === null ? Outcome.refuse(recordMissing) : Outcome.of(releaseAnswer(row, found));
  });
}

/** What entered an aggregate, for the clean team. */
export function listInputs(
  reads: Reads,
  workspace: string,
  id: string,
): Promise<Outcome<{ readonly items: readonly ReleaseInputAnswer[] }>> {
  return reading(reads, workspace, async (transaction) => {
    if ((await findRelease(transaction, id)) === null) return Outcome.refuse(recordMissing);
    const inputs = await findInputs(transaction, id);
    noteClean(inputs.map(({ record }) => record));
    return Outcome.of({ items: inputs.map(inputAnswer) });
  });
}

/** What an aggregate would be; nothing is written. */
export function previewRelease(
  reads: Reads,
  workspace: string,
  preview: ReleasePreview,
): Promise<Outcome<ReleasePreviewAnswer>> {
  return reading(reads, workspace, async (transaction) => {
    const judged = await judgedAggregate(transaction, preview);
    if (!judged.ok) return judged;
    const { inputs: _, ...told } = judged.value;
    return Outcome.of({ ...told, unit: unitOf(told) });
  });
}

async function answerNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  id: string,
  status: 200 | 201 = 200,
): Promise<StoredAnswer> {
  const row = await findRelease(transaction, id);
  if (row === null) throw new Error(`release ${id} is there`);
  return { status, headers: {}, body: releaseAnswer(row, workspace) };
}

/** Proposes an aggregate, which the clean team alone reads until somebody else of it approves. */
export function proposeRelease(
  caller: Caller,
  workspace: string,
  { title, purpose, ...preview }: ReleaseProposal,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, found) => {
    const { inputs, ...judged } = required(await judgedAggregate(transaction, preview));
    const draft = { ...judged, ...fieldOf(preview.of), title, purpose };
    const id = await insertRelease(transaction, draft, inputs);
    return Outcome.of(await answerNow(transaction, found, id, 201));
  });
}

/** What a proposal was asked for with. */
function askedFor({ kind, field, statistic }: ReleaseRow, inputs: readonly InputRow[]): ReleasePreview {
  return {
    of: `${kind}.${field}` as ReleasePreview['of'],
    statistic,
    records: inputs.map(({ record }) => record),
    part: inputs.filter(({ isPart }) => isPart).map(({ record }) => record),
  };
}

/** Whether an aggregate of the records as they are now is the one that was proposed. */
function isAsProposed(row: ReleaseRow, before: readonly InputRow[], now: JudgedAggregate): boolean {
  const figures = new Map(now.inputs.map(({ record, value }) => [record, value]));
  return (
    before.every(({ record, value }) => figures.get(record) === value) &&
    row.contributors === now.contributors &&
    row.value === now.value &&
    row.valueTo === now.valueTo
  );
}

async function judgedApproval(
  transaction: DatabaseTransaction,
  { viewer }: Workspace,
  row: ReleaseRow,
): Promise<Outcome<null>> {
  const team = new Set((await findTeam(transaction)).map(({ id }) => id));
  if (row.proposedBy === viewer.personId || !team.has(row.proposedBy)) return Outcome.refuse(secondPersonNeeded);
  const inputs = await findInputs(transaction, row.id);
  const judged = await judgedAggregate(transaction, askedFor(row, inputs));
  // A record that is gone, or of another class, or in another unit: none of it is what was proposed.
  if (!judged.ok) {
    const isOfRecords = ['record-unknown', 'contributor-unclear', 'units-differ'].includes(
      judged.problems[0]?.code ?? '',
    );
    return isOfRecords ? Outcome.refuse(releaseStale) : judged;
  }
  return isAsProposed(row, inputs, judged.value) ? Outcome.of(null) : Outcome.refuse(releaseStale);
}

/** Decides on an aggregate once: what stands in `from` becomes `to`, if `judge` lets it. */
async function deciding(
  caller: Caller,
  place: { readonly workspace: string; readonly release: string },
  move: { readonly from: ReleaseState; readonly to: ReleaseState; readonly reason: string | null },
  judge: (transaction: DatabaseTransaction, workspace: Workspace, row: ReleaseRow) => Promise<Outcome<null>> = () =>
    Promise.resolve(Outcome.of(null)),
): Promise<Outcome<ReleaseAnswer>> {
  const answer = await arranging({ ...caller, idempotency: null }, place.workspace, async (transaction, found) => {
    await awaitReleases(transaction);
    const row = await findRelease(transaction, place.release, 'lock');
    if (row === null || !worksInTeam(found)) return Outcome.refuse(recordMissing);
    if (row.state !== move.from) return Outcome.refuse(decidedBefore);
    required(await judge(transaction, found, row));
    await updateRelease(transaction, row.id, { state: move.to, reason: move.reason });
    return Outcome.of(await answerNow(transaction, found, row.id));
  });
  return answer.ok ? Outcome.of(answer.value.body as ReleaseAnswer) : answer;
}

type Place = { readonly workspace: string; readonly release: string };

/** Releases what somebody else proposed, from the records as they still are. */
export const approveRelease = (caller: Caller, place: Place): Promise<Outcome<ReleaseAnswer>> =>
  deciding(caller, place, { from: 'proposed', to: 'released', reason: null }, judgedApproval);

/** Refuses a proposal, or takes one's own back. */
export const refuseRelease = (caller: Caller, place: Place, reason: string): Promise<Outcome<ReleaseAnswer>> =>
  deciding(caller, place, { from: 'proposed', to: 'refused', reason });

/** Withdraws a release: from then on the clean team alone reads it. */
export const withdrawRelease = (caller: Caller, place: Place, reason: string): Promise<Outcome<ReleaseAnswer>> =>
  deciding(caller, place, { from: 'released', to: 'withdrawn', reason });
