import type { ReviewStepAnswer } from '@entente/contract/portfolio';
import { Outcome, type Problem } from '@entente/core/kernel';
import { type ReviewDocument, reviewDifferences, reviewWithout } from '@entente/core/portfolio';
import type { ReviewVersionRow } from './review-versions.store.ts';
import type { SignatureRow } from './reviews.store.ts';

/** A version beside the one before it, where the reader sees that. */
export type StepOfReview = { readonly before: ReviewVersionRow | null; readonly after: ReviewVersionRow };

export const stepsOf = (versions: readonly ReviewVersionRow[]): readonly StepOfReview[] =>
  versions.map((after, at) => {
    const before = versions[at - 1] ?? null;
    return { before: before?.version === after.version - 1 ? before : null, after };
  });

export const documentOf = ({
  date,
  class: reviewClass,
  content,
}: Pick<ReviewVersionRow, 'date' | 'class' | 'content'>): ReviewDocument => ({
  date,
  class: reviewClass,
  ...content,
});

/** What is to be written to take a step back: a document, or a state. */
export type StepBack =
  | { readonly document: ReviewDocument; readonly state: null }
  | { readonly document: null; readonly state: ReviewVersionRow['state'] };

const settled: Problem = {
  code: 'review-settled',
  message: 'This step of the review cannot be taken back, or no longer',
  fix: 'Take back the last step first; begin a new review to judge anew what was signed.',
};

/**
 * Takes a step back. A change of a draft goes while the review is a draft and no later step builds on it; a step from state
 * to state goes while it is the last and nobody has signed. A state that was taken back is reached again by its own step.
 */
export function stepBack(
  { before, after }: StepOfReview,
  now: ReviewVersionRow,
  signatures: readonly SignatureRow[],
): Outcome<StepBack> {
  if (before === null) return Outcome.refuse(settled);
  if (before.state !== after.state)
    return after.version === now.version && after.undoes === null && signatures.length === 0
      ? Outcome.of({ document: null, state: before.state })
      : Outcome.refuse(settled);
  if (now.state !== 'draft') return Outcome.refuse(settled);
  const outcome = reviewWithout({ before: documentOf(before), after: documentOf(after), now: documentOf(now) });
  if (!outcome.ok) return outcome;
  const isSame = reviewDifferences(documentOf(now), outcome.value).length === 0;
  return isSame ? Outcome.refuse(settled) : Outcome.of({ document: outcome.value, state: null });
}

function kindOf({ before, after }: StepOfReview): ReviewStepAnswer['kind'] {
  if (after.undoes !== null) return 'undone';
  if (after.version === 1) return 'begun';
  if (before === null) return 'recorded';
  return before.state === after.state || after.state === 'draft' ? 'changed' : after.state;
}

/** Names for the keys of a version, those that are gone by the version before. */
function namesOf({ before, after }: StepOfReview) {
  const contents = [before?.content, after.content].flatMap((content) => content ?? []);
  return {
    criteria: new Map(contents.flatMap(({ criteria }) => criteria.map(({ key, name }) => [key, name] as const))),
    members: new Map(contents.flatMap(({ members }) => members.map(({ key, name }) => [key, name] as const))),
  };
}

function differencesOf(step: StepOfReview): ReviewStepAnswer['differences'] {
  if (step.before === null) return step.after.version === 1 ? [] : null;
  const { criteria, members } = namesOf(step);
  return reviewDifferences(documentOf(step.before), documentOf(step.after)).map((row) => ({
    ...row,
    criterion:
      row.criterion === null ? null : { key: row.criterion, name: criteria.get(row.criterion) ?? row.criterion },
    members: row.members.map((key) => ({ key, name: members.get(key) ?? key })),
  }));
}

/** The history of a review, the last step first, signatures among them. */
export function reviewSteps(
  versions: readonly ReviewVersionRow[],
  signatures: readonly SignatureRow[],
  writes: boolean,
): readonly ReviewStepAnswer[] {
  const now = versions.at(-1);
  if (now === undefined) return [];
  const steps = stepsOf(versions).map((step): ReviewStepAnswer => {
    const { version, undoes, madeBy, madeByName, madeAt, reason } = step.after;
    return {
      kind: kindOf(step),
      version,
      undoes,
      by: madeBy === null ? null : { id: madeBy, name: madeByName ?? '' },
      at: madeAt.toISOString(),
      reason,
      differences: differencesOf(step),
      undo: writes && stepBack(step, now, signatures).ok,
    };
  });
  const signed = signatures.map(
    ({ person, name, signedAt }): ReviewStepAnswer => ({
      kind: 'signed',
      version: null,
      undoes: null,
      by: { id: person, name },
      at: signedAt.toISOString(),
      reason: null,
      differences: [],
      undo: false,
    }),
  );
  return [...steps, ...signed].reverse();
}
