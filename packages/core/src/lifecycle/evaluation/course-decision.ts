import type { Day, Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';

/** What becomes of an alliance after it was evaluated. */
export const COURSES = ['continue', 'adapt', 'exit'] as const;
export type Course = (typeof COURSES)[number];

/** What a decision can rest on. */
export const BASIS_KINDS = ['paper', 'health-check'] as const;
export type Basis = { readonly kind: (typeof BASIS_KINDS)[number]; readonly id: string };

/** That an alliance goes on as it is, is changed, or is left; a later decision takes the place of an earlier one. */
export type CourseDecision = {
  readonly course: Course;
  readonly day: Day;
  /** Members who decided; empty: nobody said. */
  readonly by: readonly string[];
  readonly reasons: string;
  readonly basis: readonly Basis[];
};

const repeated = (basis: readonly Basis[]): readonly Problem[] =>
  basis.flatMap(({ id }, at) =>
    basis.findIndex((other) => other.id === id) === at
      ? []
      : [
          {
            code: 'value-refused',
            message: 'The decision names the same thing twice as what it rests on',
            fix: 'Name each once.',
            pointer: `/basis/${at}/id`,
          },
        ],
  );

export const COURSE_DECISION: PaperRule<CourseDecision> = {
  stage: 'evaluation',
  class: 'INTERNAL',
  isSingle: false,
  facts: ({ by }) => ({ ...NO_FACTS, people: by }),
  problems: ({ basis }) => repeated(basis),
};
