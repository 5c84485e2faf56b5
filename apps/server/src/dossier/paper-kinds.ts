import type { PaperContent, PaperKind, PaperOf, PaperReading } from '@entente/contract/dossier';
import type { WrittenCell } from '@entente/core/interchange';
import type { Problem } from '@entente/core/kernel';
import { ACTION, NO_FACTS, type PaperFacts, type PaperRule, PARTNER_CHOICE } from '@entente/core/lifecycle';
import { actionReading } from './readings/action.ts';
import { partnerChoiceReading } from './readings/partner-choice.ts';
import { partnerChoiceTable } from './tables/partner-choice.ts';

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
  /** It as the rows of a file; absent where it is taken away as none. */
  readonly table?: (content: PaperOf<K>) => readonly (readonly WrittenCell[])[];
};

/** The rules of each kind of paper. */
const KINDS: { readonly [K in PaperKind]: KindOfPaper<K> } = {
  action: { rule: ACTION, reading: actionReading },
  'partner-choice': { rule: PARTNER_CHOICE, reading: partnerChoiceReading, table: partnerChoiceTable },
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

/** A paper as the rows of a file; null of a kind that is taken away as none. */
export const tableOf = (content: PaperContent | null): readonly (readonly WrittenCell[])[] | null =>
  content === null ? null : (kindOf(content.kind).table?.(content) ?? null);
