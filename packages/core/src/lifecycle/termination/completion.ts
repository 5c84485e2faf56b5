import type { Day } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';

export const COMPLETION_PARTS = [
  'achieved',
  'missed',
  'value',
  'losses',
  'people',
  'property',
  'customers',
  'openPoints',
] as const;
export type CompletionPart = (typeof COMPLETION_PARTS)[number];

/** What is told at the end of an alliance. */
export type Completion = Readonly<Record<CompletionPart, string>> & {
  readonly endedOn: Day | null;
  /** By whom it was handed in; members of the workspace. */
  readonly by: readonly string[];
  readonly handedInOn: Day | null;
};

export const COMPLETION: PaperRule<Completion> = {
  stage: 'termination',
  class: 'INTERNAL',
  isSingle: true,
  facts: ({ by, handedInOn }) => ({ ...NO_FACTS, isOpen: handedInOn === null, holder: by[0] ?? null, people: by }),
  problems: ({ endedOn, handedInOn }) =>
    endedOn !== null && handedInOn !== null && handedInOn < endedOn
      ? [
          {
            code: 'period-reversed',
            message: 'The report is handed in before the alliance ended',
            fix: 'Give a later day.',
            pointer: '/handedInOn',
          },
        ]
      : [],
};
