import { msg } from '@lingui/core/macro';
import type { ProblemWording } from './access-problem-words.ts';

/** Refusals of aggregates that would leave the clean team. */
export const CLEAN_TEAM_PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  'too-few-contributors': {
    message: msg`Too few organisations stand behind this aggregate.`,
    fix: msg`Choose records of more organisations. Organisations of one house count once, and unknown figures do not count.`,
  },
  'contributor-dominates': {
    message: msg`One organisation has so large a part that the aggregate would tell its figure.`,
    fix: msg`Choose records of more organisations, or release a count or a band.`,
  },
  'aggregate-derivable': {
    message: msg`With what was released before, the figures of too few organisations could be derived.`,
    fix: msg`Choose the same records as an earlier release of this field, or records that differ from them by more organisations.`,
  },
  'units-differ': {
    message: msg`The chosen figures are of different quantities, or in different units.`,
    fix: msg`Choose figures of one quantity in one unit.`,
  },
  'contributor-unclear': {
    message: msg`No organisation stands behind a figure that was chosen.`,
    fix: msg`Leave it out, or record whose it is: the holder of a stake, the venture of an alliance.`,
  },
  'second-person-needed': {
    message: msg`Two people of the clean team release an aggregate: one proposes it, another approves.`,
    fix: msg`Ask another person of the clean team to look at it.`,
  },
  'release-decided': {
    message: msg`Somebody decided on it before.`,
    fix: msg`Read it again; propose anew what was refused or withdrawn.`,
  },
  'release-stale': {
    message: msg`The records are not as they were when this was proposed.`,
    fix: msg`Refuse the proposal, and have it proposed anew from the records as they are now.`,
  },
};
