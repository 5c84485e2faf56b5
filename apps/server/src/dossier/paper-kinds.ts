import type { PaperContent, PaperKind, PaperOf, PaperReading } from '@entente/contract/dossier';
import type { Problem } from '@entente/core/kernel';
import { ACTION, NO_FACTS, type PaperFacts, type PaperRule } from '@entente/core/lifecycle';
import { actionReading } from './readings/action.ts';

/** What a reading may look at beside its paper. */
export type ReadingContext = {
  readonly today: string;
  /** The other papers of the alliance that the reader may read. */
  readonly papers: readonly PaperContent[];
};

type ReadingOf<K extends PaperKind> = Extract<PaperReading, { kind: K }>;
type KindOfPaper<K extends PaperKind> = {
  readonly rule: PaperRule<PaperOf<K>>;
  /** What is computed from a paper; absent where nothing is. */
  readonly reading?: (content: PaperOf<K>, context: ReadingContext) => ReadingOf<K>;
};

/** The rules of each kind of paper. */
const KINDS: { readonly [K in PaperKind]: KindOfPaper<K> } = {
  action: { rule: ACTION, reading: actionReading },
};

type AnyKind = KindOfPaper<PaperKind>;
// What a kind says of papers is asked for papers of that kind alone.
const kindOf = (kind: PaperKind): AnyKind => KINDS[kind] as unknown as AnyKind;

export const ruleOf = (kind: PaperKind): Pick<AnyKind['rule'], 'class' | 'isSingle' | 'stage'> => kindOf(kind).rule;

export const factsOf = (content: PaperContent | null): PaperFacts =>
  content === null ? NO_FACTS : kindOf(content.kind).rule.facts(content);

export const problemsOf = (content: PaperContent, previous: PaperContent | null): readonly Problem[] =>
  kindOf(content.kind).rule.problems(content, previous);

export const readingOf = (content: PaperContent | null, context: ReadingContext): PaperReading | null =>
  content === null ? null : (kindOf(content.kind).reading?.(content, context) ?? null);
