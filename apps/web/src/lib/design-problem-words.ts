import { msg } from '@lingui/core/macro';
import type { ProblemWording } from './access-problem-words.ts';

/** Refusals of what is agreed in the design of an alliance. */
export const DESIGN_PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  'design-part-repeated': {
    message: msg`The same part stands twice.`,
    fix: msg`Let each part stand once, and one seat at most be the chair’s.`,
  },
  'clause-incomplete': {
    message: msg`A clause has no name, or nothing says why it is not needed.`,
    fix: msg`Give it a name, or say why it is not needed.`,
  },
  'majority-votes': {
    message: msg`A majority of so many votes says how many, and no other does.`,
    fix: msg`Give the number of votes.`,
  },
  'authority-range': {
    message: msg`No amount lies in the range, or amounts have no currency.`,
    fix: msg`Give a lower bound below the upper one, and a currency with amounts.`,
  },
  'authority-overlap': {
    message: msg`Two rules of one party answer the same amount.`,
    fix: msg`End one range where the other begins, so that each amount has one answer.`,
  },
  'days-reversed': {
    message: msg`The end comes before the beginning.`,
    fix: msg`Give the later day as the end.`,
  },
  'obligation-occurrence': {
    message: msg`The obligation is not due at such a time.`,
    fix: msg`Give the first day of what recurs, and tell each time it was met once.`,
  },
  'amount-without-currency': {
    message: msg`The amount has no currency.`,
    fix: msg`Give the currency as three letters, for example TWD, or leave the amount out.`,
  },
};
