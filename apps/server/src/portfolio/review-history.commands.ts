import type { ReviewStepAnswer, ReviewUndo } from '@entente/contract/portfolio';
import { can } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import { type Caller, reading, required } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { FirmReadings } from './firm-readings.commands.ts';
import { writeDraft } from './review-drafts.commands.ts';
import { reviewSteps, stepBack, stepsOf } from './review-steps.ts';
import { findReviewVersions } from './review-versions.store.ts';
import { type Place, stepping } from './reviews.commands.ts';
import { findReview, findSignatures, updateStateBack } from './reviews.store.ts';

/** What each step made different in a review, by whom, when and why. */
export async function readReviewHistory(
  readings: FirmReadings,
  reads: Pick<Caller, 'database' | 'actor'>,
  { workspace, review }: Pick<Place, 'workspace' | 'review'>,
): Promise<Outcome<{ readonly items: readonly ReviewStepAnswer[] }>> {
  // A version names members, of whom some may be of the class CLEAN: reading the register tells that.
  const register = await readings.wholeRegister(reads, workspace);
  if (!register.ok) return register;
  return reading(reads, workspace, async (transaction, { id, viewer }) => {
    const row = await findReview(transaction, review);
    if (row === null) return Outcome.refuse(recordMissing);
    const versions = await findReviewVersions(transaction, review);
    const signatures = await findSignatures(transaction, review);
    const writes = can(viewer, 'register.write', { workspaceId: id, class: row.class });
    return Outcome.of({ items: reviewSteps(versions, signatures, writes) });
  });
}

/** Takes a step of a review back, by a step of its own. */
export const undoReviewStep = (
  readings: FirmReadings,
  caller: Caller,
  place: Place,
  { step: undoes, reason }: ReviewUndo,
): Promise<Outcome<StoredAnswer>> =>
  stepping(
    readings,
    caller,
    place,
    ['draft', 'submitted', 'decided', 'withdrawn'],
    async (transaction, row, ...where) => {
      const steps = stepsOf(await findReviewVersions(transaction, row.id));
      const [step, now] = [steps.find(({ after }) => after.version === undoes), steps.at(-1)];
      if (step === undefined || now === undefined) return void required(Outcome.refuse(recordMissing));
      const back = required(stepBack(step, now.after, await findSignatures(transaction, row.id)));
      if (back.document === null) return updateStateBack(transaction, row.id, back.state, { reason, undoes });
      const { date, class: reviewClass, members: _members, ...content } = back.document;
      await writeDraft(transaction, row, { date, class: reviewClass as typeof row.class, ...content }, where, {
        reason,
        undoes,
      });
    },
  );
