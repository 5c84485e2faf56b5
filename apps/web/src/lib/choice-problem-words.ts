import { msg } from '@lingui/core/macro';
import type { ProblemWording } from './access-problem-words.ts';

/** Refusals and warnings of a choice of partners. */
export const CHOICE_PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  'choice-part-unknown': {
    message: msg`The choice names a part that it does not have.`,
    fix: msg`Add the part, or name one that is there; a rater who left stays among the raters.`,
  },
  'choice-undecided': {
    message: msg`The candidates and the decision say different things.`,
    fix: msg`Decide for one candidate, with the reason; or put it back on the short list.`,
  },
  'candidate-reason-missing': {
    message: msg`Nobody says why a candidate was dropped.`,
    fix: msg`Give the reason: it is what is asked for later.`,
  },
  'rating-off-scale': {
    message: msg`A rating is not on the scale from 1 to 5.`,
    fix: msg`Rate from 1 to 5, or give the criterion a unit.`,
  },
  'rating-malformed': {
    message: msg`A rating stands twice.`,
    fix: msg`Give each rater one number for each candidate and criterion.`,
  },
  'threshold-malformed': {
    message: msg`The thresholds of a criterion do not fit its shape of preference.`,
    fix: msg`Give thresholds over 0, the one of indifference (0 or more) below the one of preference.`,
  },
  'name-twice': { message: msg`A name stands twice.`, fix: msg`Give each a name of its own.` },
  'criteria-missing': { message: msg`There is no criterion.`, fix: msg`Give one criterion at least.` },
  'criteria-tree-malformed': {
    message: msg`The weights cannot be read, or a group holds no criterion.`,
    fix: msg`Give each sibling a weight of 0 or more, not all of them 0; or none of them one.`,
  },
  'criterion-empty': {
    message: msg`Nobody rated any candidate on a criterion.`,
    fix: msg`Rate the candidates on it, or leave the criterion out.`,
  },
  'criterion-equal': {
    message: msg`All candidates that are ranked are equal on a criterion, which decides nothing.`,
    fix: msg`Rate more finely, or leave the criterion out.`,
  },
  'weights-zero': { message: msg`All weights are 0.`, fix: msg`Give one criterion a weight over 0.` },
  'weight-zero': {
    message: msg`A criterion has the weight 0 and does not count.`,
    fix: msg`Leave it out, or give it a weight.`,
  },
  'alternatives-too-few': {
    message: msg`Fewer than two candidates can be ranked.`,
    fix: msg`Put two candidates at least on the short list and rate them on every criterion; going alone may be one.`,
  },
  'alternative-unranked': {
    message: msg`A candidate is not ranked: on some criterion nobody rated it.`,
    fix: msg`Rate it there.`,
  },
  'raters-missing': { message: msg`Nobody rates yet.`, fix: msg`Name one rater at least.` },
  'rater-left': {
    message: msg`A rater has left; what they gave still counts.`,
    fix: msg`Ask somebody else to rate, or take it out if it no longer holds.`,
  },
  'rating-outdated': {
    message: msg`There are ratings of what is no longer there; they are kept and do not count.`,
    fix: msg`Bring it back, or leave them.`,
  },
  'rating-missing': {
    message: msg`Not every rater rated this.`,
    fix: msg`Ask the others, or let it stand.`,
  },
  'judgement-missing': {
    message: msg`A pair is not compared.`,
    fix: msg`Compare the two, or leave one of them out.`,
  },
  'judgement-off-scale': {
    message: msg`A pairwise judgement is off the scale from 1/9 to 9.`,
    fix: msg`Put things of very different weight into different groups, and compare the groups.`,
  },
  'judgements-inconsistent': {
    message: msg`The pairwise judgements contradict each other: the consistency ratio is over 0.10.`,
    fix: msg`Look first at the pair that fits the others least.`,
  },
};
