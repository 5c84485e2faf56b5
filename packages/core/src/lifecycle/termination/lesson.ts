import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';

export const LESSON_KINDS = ['worked', 'failed', 'to-try'] as const;

/** What one alliance teaches for the next ones. */
export type Lesson = {
  readonly title: string;
  readonly lessonKind: (typeof LESSON_KINDS)[number];
  /** Stage of the template that it is about. */
  readonly about: string;
  readonly happened: string;
  readonly cause: string;
  readonly advice: string;
  readonly tags: readonly string[];
};

export const LESSON: PaperRule<Lesson> = {
  stage: 'termination',
  class: 'INTERNAL',
  isSingle: false,
  facts: () => NO_FACTS,
  problems: () => [],
};
