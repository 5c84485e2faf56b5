import type { SourceRef } from '../../kernel/index.ts';
import type { Wording } from '../../register/index.ts';

/** Something that is decided, made or asked in a stage; `key` is unique within its template. */
export type StageItem = { readonly key: string; readonly words: Wording };

/** An exit criterion: what must hold, with evidence, before an alliance leaves the stage. */
export type ExitCriterion = StageItem & {
  /** Where the source says so. */
  readonly source: SourceRef;
};

/** One stage of an alliance's development. */
export type Stage = {
  readonly key: string;
  readonly name: Wording;
  readonly objective: Wording;
  readonly source: SourceRef;
  readonly decisions: readonly StageItem[];
  readonly deliverables: readonly StageItem[];
  readonly exitCriteria: readonly ExitCriterion[];
  /** Whether the partners have not yet signed: an alliance that is given up here was never one. */
  readonly isBeforeAgreement: boolean;
};

/** The stages that an alliance goes through, in their order. */
export type LifecycleTemplate = {
  readonly key: string;
  readonly name: Wording;
  readonly stages: readonly Stage[];
};

/** Other words for the stages of an alliance: those of an association, a standard or a database. */
export type Vocabulary = {
  readonly key: string;
  readonly name: string;
  /** Where its stage names are published. */
  readonly publishedIn: string;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
};
