import {
  type FirmReviewsAnswer,
  firmReviewsAnswer,
  type ReviewAnswer,
  type ReviewChange,
  type ReviewCreation,
  type ReviewDecision,
  type ReviewHeadAnswer,
  type ReviewsQuery,
} from '@entente/contract/portfolio';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { DEFAULT_CRITERIA, firmReviews, reviewProblems } from '@entente/core/portfolio';
import type { Alliance, Register } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading, required } from '../register/changing.commands.ts';
import { recordMissing, staleVersion } from '../register/record-writes.commands.ts';
import { entityTag } from '../register/record.presenter.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import type { FirmQuestion, FirmReadings, Question } from './firm-readings.commands.ts';
import { classRefused, membersOn, misfitsOfShares, unknown, writeDraft } from './review-drafts.commands.ts';
import { keptReview, reviewAnswer, reviewHead } from './reviews.presenter.ts';
import {
  findReview,
  findReviews,
  findSignatures,
  insertReview,
  insertSignature,
  type ReviewContentRow,
  type ReviewRow,
  updateState,
} from './reviews.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
/** Where a review is, and the version that was read; null for a step that asks for none. */
export type Place = { readonly workspace: string; readonly review: string; readonly version: number | null };

const settled: Problem = {
  code: 'review-settled',
  message: 'The review is no longer, or not yet, at this step',
  fix: 'Read it again; begin a new review to judge anew what was handed in.',
};

/** The alliance of a slug or id. */
const allianceIn = ({ alliances }: Register, reference: string): Alliance | undefined =>
  alliances.find(({ slug, id }) => slug === reference || id === reference);

export async function listReviews(
  readings: FirmReadings,
  reads: Reads,
  workspace: string,
  reference: string | undefined,
): Promise<Outcome<{ readonly items: readonly ReviewHeadAnswer[] }>> {
  const register = await readings.wholeRegister(reads, workspace);
  if (!register.ok) return register;
  const alliance = reference === undefined ? null : allianceIn(register.value, reference);
  if (alliance === undefined) return Outcome.refuse(unknown('alliance', '/alliance'));
  return reading(reads, workspace, async (transaction) => {
    const rows = await findReviews(transaction);
    const items = rows
      .filter(({ allianceId }) => alliance === null || allianceId === alliance.id)
      .flatMap((row) => reviewHead(register.value, row) ?? []);
    return Outcome.of({ items });
  });
}

async function answerNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  register: Register,
  id: string,
): Promise<Outcome<ReviewAnswer>> {
  const row = await findReview(transaction, id);
  const answer = row && reviewAnswer(register, row, await findSignatures(transaction, id), workspace);
  return answer === null ? Outcome.refuse(recordMissing) : Outcome.of(answer);
}

async function storedNow(...given: Parameters<typeof answerNow>): Promise<Outcome<StoredAnswer>> {
  const answer = required(await answerNow(...given));
  return Outcome.of({ status: 200, headers: { etag: entityTag(answer.version) }, body: answer });
}

export async function readReview(
  readings: FirmReadings,
  reads: Reads,
  { workspace, review }: Pick<Place, 'workspace' | 'review'>,
): Promise<Outcome<StoredAnswer>> {
  const register = await readings.wholeRegister(reads, workspace);
  if (!register.ok) return register;
  return reading(reads, workspace, async (transaction, found) => {
    const answer = await answerNow(transaction, found, register.value, review);
    if (!answer.ok) return answer;
    return Outcome.of({ status: 200, headers: { etag: entityTag(answer.value.version) }, body: answer.value });
  });
}

/** The criteria of the alliance's last review, else of the workspace's last, else the usual ones. */
function criteriaAfter(rows: readonly ReviewRow[], alliance: Alliance): ReviewContentRow['criteria'] {
  const last = rows.findLast(({ allianceId }) => allianceId === alliance.id) ?? rows.at(-1);
  return last?.content.criteria ?? DEFAULT_CRITERIA;
}

/** Begins a review: the members and their equity from the register, the criteria from the last. */
export async function createReview(
  readings: FirmReadings,
  caller: Caller,
  workspace: string,
  { alliance: reference, date, class: asked }: ReviewCreation,
): Promise<Outcome<StoredAnswer>> {
  const register = await readings.wholeRegister(caller, workspace);
  if (!register.ok) return register;
  const alliance = allianceIn(register.value, reference);
  if (alliance === undefined) return Outcome.refuse(unknown('alliance', '/alliance'));
  return arranging(caller, workspace, async (transaction, found) => {
    const writes = (each: 'NEVER' | 'INTERNAL'): boolean =>
      can(found.viewer, 'register.write', { workspaceId: found.id, class: each });
    const reviewClass = asked ?? (writes('NEVER') ? 'NEVER' : 'INTERNAL');
    if (!writes(reviewClass)) return Outcome.refuse(classRefused);
    const content: ReviewContentRow = {
      criteria: criteriaAfter(await findReviews(transaction), alliance),
      members: membersOn(register.value, alliance, date),
      contributions: [],
      coalitions: [],
      proposals: [],
    };
    const draft = { class: reviewClass, allianceId: alliance.id, date, illustrative: false, content };
    const id = await insertReview(transaction, draft);
    const stored = required(await storedNow(transaction, found, register.value, id));
    return Outcome.of({ ...stored, status: 201 });
  });
}

/** A review at the step that it is asked for and at the version that was read; locked. */
async function reviewAt(
  transaction: DatabaseTransaction,
  { review, version }: Place,
  states: readonly ReviewRow['state'][],
): Promise<ReviewRow> {
  const row = await findReview(transaction, review, 'lock');
  if (row === null) return required(Outcome.refuse(recordMissing));
  if (version !== null && row.version !== version) return required(Outcome.refuse(staleVersion(version, row.version)));
  return states.includes(row.state) ? row : required(Outcome.refuse(settled));
}

/** Takes a step with a review, and answers how it stands then. */
export async function stepping(
  readings: FirmReadings,
  caller: Caller,
  place: Place,
  states: readonly ReviewRow['state'][],
  step: (transaction: DatabaseTransaction, row: ReviewRow, register: Register, workspace: Workspace) => Promise<void>,
): Promise<Outcome<StoredAnswer>> {
  const register = await readings.wholeRegister(caller, place.workspace);
  if (!register.ok) return register;
  return arranging(caller, place.workspace, async (transaction, found) => {
    const row = await reviewAt(transaction, place, states);
    await step(transaction, row, register.value, found);
    return storedNow(transaction, found, register.value, place.review);
  });
}

/** Changes a draft. */
export const changeReview = (
  readings: FirmReadings,
  caller: Caller,
  place: Place,
  { reason, ...change }: ReviewChange,
): Promise<Outcome<StoredAnswer>> =>
  stepping(readings, caller, place, ['draft'], (transaction, row, ...where) =>
    writeDraft(transaction, row, change, where, { reason: reason ?? null }),
  );

/** Hands a draft in, whole. */
export const submitReview = (readings: FirmReadings, caller: Caller, place: Place): Promise<Outcome<StoredAnswer>> =>
  stepping(readings, caller, place, ['draft'], async (transaction, row) => {
    const problems = reviewProblems(row.content);
    if (problems.length > 0) required(Outcome.refuse(...problems));
    await updateState(transaction, row.id, 'submitted');
  });

/** Decides on what was handed in. */
export const decideReview = (
  readings: FirmReadings,
  caller: Caller,
  place: Place,
  decision: ReviewDecision,
): Promise<Outcome<StoredAnswer>> =>
  stepping(readings, caller, place, ['submitted'], async (transaction, row) => {
    const problems = decision.shares === null ? [] : misfitsOfShares(decision.shares, row.content.members, '/shares');
    if (problems.length > 0) required(Outcome.refuse(...problems));
    await updateState(transaction, row.id, 'decided', { decision });
  });

/** Signs what was decided. */
export const signReview = (
  readings: FirmReadings,
  caller: Caller,
  place: Place,
  digest: string,
): Promise<Outcome<StoredAnswer>> =>
  stepping(readings, caller, place, ['decided'], (transaction, row) => insertSignature(transaction, row.id, digest));

/** Withdraws what nobody has signed. */
export const withdrawReview = (
  readings: FirmReadings,
  caller: Caller,
  place: Place,
  reason: string,
): Promise<Outcome<StoredAnswer>> =>
  stepping(readings, caller, place, ['draft', 'submitted', 'decided'], (transaction, row) =>
    updateState(transaction, row.id, 'withdrawn', { reason }),
  );

/** What is read of a firm's reviews; the reviews are those that the reader may see. */
const reviewsQuestion = (
  query: ReviewsQuery,
  today: string,
  rows: readonly ReviewRow[],
): Question<FirmReviewsAnswer> => ({
  name: 'reviews',
  parameters: { ...query, asOf: query.asOf ?? today, reviews: rows.map(({ id, version }) => `${id} ${version}`) },
  answer: firmReviewsAnswer,
  compute: ({ whole, focal }) =>
    firmReviews(
      whole,
      focal,
      rows.map((row) => keptReview(whole, row)),
      { asOf: query.asOf ?? today, alertAbove: query.alertAbove, everyMonths: query.everyMonths },
    ),
});

/** Equity beside contribution in a firm's ventures, and what is due: for the page, findings and Today alike. */
export async function readFirmReviews(
  readings: FirmReadings,
  caller: Caller,
  firm: Omit<FirmQuestion, 'sources'>,
  query: ReviewsQuery,
): Promise<Outcome<string>> {
  const rows = await reading(caller, firm.workspace, async (transaction) => Outcome.of(await findReviews(transaction)));
  if (!rows.ok) return rows;
  return readings.answerTo(caller, { ...firm, sources: null }, reviewsQuestion(query, caller.today, rows.value));
}
