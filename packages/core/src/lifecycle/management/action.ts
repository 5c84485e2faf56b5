import type { Day } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;

/** Something that somebody of either side has to do. */
export type Action = {
  readonly text: string;
  readonly due: Day | null;
  /** A member of the workspace who does it or sees that it is done. */
  readonly holder: string | null;
  /** Which organisation has to do it; null: not said. */
  readonly organisation: string | null;
  readonly state: (typeof ACTION_STATES)[number];
  /** The meeting that it comes from, by the id of its paper; absent: from none. */
  readonly meeting?: string | null | undefined;
  /** The health check that it answers to; absent: none. */
  readonly healthCheck?: string | null | undefined;
  /** What came of it. */
  readonly outcome: string | null;
};

/** Actions are open until they are done or dropped. */
export const ACTION: PaperRule<Action> = {
  stage: 'management',
  class: 'INTERNAL',
  isSingle: false,
  facts: ({ due, holder, organisation, state }) => ({
    ...NO_FACTS,
    due,
    holder,
    isOpen: state === 'open',
    people: holder === null ? [] : [holder],
    organisations: organisation === null ? [] : [organisation],
  }),
  problems: () => [],
};
