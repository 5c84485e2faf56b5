import { msg } from '@lingui/core/macro';
import type { ProblemWording } from './access-problem-words.ts';

/** Refusals of publishing to partners and of what their guests do. */
export const SHARING_PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  'not-publishable': {
    message: msg`A record of this class is not published.`,
    fix: msg`Leave it out, or give it another class where that is right.`,
  },
  'field-not-shareable': {
    message: msg`A field that was chosen is never published, or a kind is chosen twice.`,
    fix: msg`Choose among the fields that may be published, each kind once.`,
  },
  'grant-refused': {
    message: msg`The day on which the room closes is past or more than two years ahead, or somebody is named twice.`,
    fix: msg`Give a day within the next two years, and name each partner or guest once.`,
  },
  'grant-there': {
    message: msg`The publication is granted to them already.`,
    fix: msg`Change until when that grant holds.`,
  },
  'grant-over': {
    message: msg`This grant was withdrawn, which is for good.`,
    fix: msg`Grant the publication anew.`,
  },
  'request-refused': {
    message: msg`The partner is not shown what it would be asked about.`,
    fix: msg`Publish the stakes to this partner first, then ask.`,
  },
  'request-there': {
    message: msg`The partner is asked about this edition already.`,
    fix: msg`Wait for the answer, or close the request first.`,
  },
  'answer-of-kind': {
    message: msg`A health check is answered by ratings of what it asks, and nothing else is.`,
    fix: msg`Answer as the request asks.`,
  },
  'request-over': {
    message: msg`The request was closed, or another edition stands by now.`,
    fix: msg`Read the room again, and answer about what it shows.`,
  },
  'gate-over': {
    message: msg`The firm asks about this gate no more.`,
    fix: msg`Read the room again; what it asks now stands there.`,
  },
  'draft-missing': {
    message: msg`There is no draft to send.`,
    fix: msg`Write what you answer and keep it before you send it.`,
  },
  'answer-unconfirmed': {
    message: msg`The last word of the partner is not that it agrees.`,
    fix: msg`Sign once the partner has confirmed what the edition shows.`,
  },
  'streams-full': {
    message: msg`As many pages listen for changes as the server looks after.`,
    fix: msg`Close pages that show rooms; this one reads what it shows when you load it again.`,
  },
};
