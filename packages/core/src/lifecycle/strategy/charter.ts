import type { Day } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';

export const CHARTER_PARTS = [
  'purpose',
  'ourObjectives',
  'mutualObjectives',
  'scope',
  'outOfScope',
  'success',
  'limits',
] as const;
export type CharterPart = (typeof CHARTER_PARTS)[number];

/** What an alliance is to do for the firm, and within which bounds: the written alliance strategy. */
export type Charter = Readonly<Record<CharterPart, string>> & {
  /** Who answers for it, and who leads it; members of the workspace. */
  readonly sponsor: string | null;
  readonly manager: string | null;
  readonly approvedOn: Day | null;
  readonly reviewOn: Day | null;
};

/**
 * Parts of a charter of which nothing is said.
 * @example charterGaps({ purpose: 'Lathes for China', ourObjectives: '', mutualObjectives: '', scope: '', outOfScope: '', success: '', limits: '', sponsor: null, manager: null, approvedOn: null, reviewOn: null }).length // => 8
 */
export const charterGaps = (charter: Charter): readonly (CharterPart | 'sponsor' | 'manager')[] => [
  ...CHARTER_PARTS.filter((part) => charter[part].trim() === ''),
  ...(['sponsor', 'manager'] as const).filter((who) => charter[who] === null),
];

const people = ({ sponsor, manager }: Charter): readonly string[] =>
  [sponsor, manager].flatMap((who) => (who === null ? [] : [who]));

export const CHARTER: PaperRule<Charter> = {
  stage: 'strategy-formation',
  class: 'INTERNAL',
  isSingle: true,
  facts: (charter) => ({
    ...NO_FACTS,
    due: charter.reviewOn,
    isOpen: charter.reviewOn !== null || charter.approvedOn === null,
    holder: charter.manager,
    people: people(charter),
  }),
  problems: ({ approvedOn, reviewOn }) =>
    approvedOn !== null && reviewOn !== null && reviewOn < approvedOn
      ? [
          {
            code: 'period-reversed',
            message: 'The charter is to be reviewed before it was approved',
            fix: 'Give a later day for the review.',
            pointer: '/reviewOn',
          },
        ]
      : [],
};
