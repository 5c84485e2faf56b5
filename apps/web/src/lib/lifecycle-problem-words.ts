import { msg } from '@lingui/core/macro';
import type { ProblemWording } from './access-problem-words.ts';

/** Refusals of steps in the lifecycle of an alliance. */
export const LIFECYCLE_PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  'time-zone-unknown': {
    message: msg`There is no such time zone.`,
    fix: msg`Give a name of the IANA database, such as Asia/Taipei.`,
  },
  'time-not-there': {
    message: msg`The clocks of that place never show this time on this day: they are put forward past it.`,
    fix: msg`Give a time before or after the hour that is left out.`,
  },
  'time-twice': {
    message: msg`The clocks of that place show this time twice on this day: they are put back through it.`,
    fix: msg`Say whether the earlier or the later of the two is meant.`,
  },
  'stage-unknown': {
    message: msg`The template has no such stage.`,
    fix: msg`Choose one of the seven stages.`,
  },
  'stage-item-unknown': {
    message: msg`The stage has no such decision, deliverable or exit criterion.`,
    fix: msg`Choose one of those that the stage lists.`,
  },
  'lifecycle-not-there': {
    message: msg`No such step leads on from where the alliance stands.`,
    fix: msg`Look at where it stands, and take a step that leads from there.`,
  },
  'gate-shut': {
    message: msg`The gate of the stage is shut.`,
    fix: msg`Show by evidence that each exit criterion is met, or waive it with a reason and a day, and let every named approver approve.`,
  },
  'stage-skipped': {
    message: msg`Stages lie between that were neither gone through nor waived.`,
    fix: msg`Go through each stage, or waive it as a whole with a reason and a day.`,
  },
  'step-before-stage': {
    message: msg`The day lies before the one on which the present stage was entered.`,
    fix: msg`Give the day on which the present stage was entered, or a later one.`,
  },
  'step-before-others': {
    message: msg`The day lies before something that this step rests on.`,
    fix: msg`Give the day of what was said last, or a later one.`,
  },
  'step-in-future': {
    message: msg`The day has not come yet.`,
    fix: msg`Give today or an earlier day.`,
  },
  'evidence-missing': {
    message: msg`Whether the criterion is met rests on nothing.`,
    fix: msg`Say by what it is seen.`,
  },
  'waiver-past': {
    message: msg`The waiver ends no later than it is given.`,
    fix: msg`Give a later day.`,
  },
  'approver-unnamed': {
    message: msg`Only somebody who was named for the gate judges it.`,
    fix: msg`Name the approver first, or let one who is named judge.`,
  },
  'approver-repeated': {
    message: msg`An approver is named twice.`,
    fix: msg`Name each approver once.`,
  },
  'paper-there': {
    message: msg`The alliance has such a paper already.`,
    fix: msg`Change the one that is there, or take it away first.`,
  },
  'approver-unknown': {
    message: msg`An approver is no member who could approve, and no guest who can be asked.`,
    fix: msg`Choose among the members who may write, and the guests to whom a room of the alliance is open; guests are named by whoever shares.`,
  },
};
