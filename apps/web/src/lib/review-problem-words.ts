import { msg } from '@lingui/core/macro';
import type { ProblemWording } from './access-problem-words.ts';

/** Refusals of business reviews. */
export const REVIEW_PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  'review-weights': {
    message: msg`The weights do not come to 1.`,
    fix: msg`Give weights of 0 or more that come to 1 exactly, as decimals or fractions such as 1/3.`,
  },
  'review-incomplete': {
    message: msg`The figures are not whole yet.`,
    fix: msg`Give each member a part, so that the parts by each criterion, and proposed stakes, come to 100.`,
  },
  'review-settled': {
    message: msg`The review is no longer, or not yet, at this step.`,
    fix: msg`Read it again; begin a new review to judge anew what was handed in.`,
  },
  'review-signed': {
    message: msg`The review was signed, and is not withdrawn.`,
    fix: msg`Begin a new review.`,
  },
  'review-digest': {
    message: msg`This is not what was decided.`,
    fix: msg`Read the review again, and sign what it shows.`,
  },
  'signatures-full': {
    message: msg`You have signed it, or two others have.`,
    fix: msg`Nothing more is needed.`,
  },
  'stakes-unknown': {
    message: msg`Not all stakes are known, or they do not come to 100 %.`,
    fix: msg`Record who holds how much on the day of the review.`,
  },
  'proposal-none': {
    message: msg`No stakes satisfy these constraints.`,
    fix: msg`Loosen the cap, the step or the thresholds.`,
  },
  'coalitions-missing': {
    message: msg`Some groups of members have no value.`,
    fix: msg`Give what every group of members is worth, from each one alone to all together.`,
  },
  'coalition-malformed': {
    message: msg`A group of members is valued twice, names somebody twice, or has no number.`,
    fix: msg`Give each group one number.`,
  },
  'coalitions-too-many': {
    message: msg`There are too many members for Shapley values.`,
    fix: msg`Shapley values are read of at most 12 members.`,
  },
};
