import type { PaperContent, PaperKind, PaperOf, PaperReading } from '@entente/contract/dossier';
import type { WrittenCell } from '@entente/core/interchange';
import type { Problem } from '@entente/core/kernel';
import {
  ACTION,
  ALLIANCE_TEST,
  AUTHORITY,
  BODY,
  CHARTER,
  CLAUSES,
  COMPLETION,
  CONTROL_PLAN,
  COURSE_DECISION,
  DEADLOCK_LADDER,
  EXCLUSIVITY,
  EXIT_PLAN,
  EXPECTATIONS,
  HAND_OVER,
  ISSUE,
  LESSON,
  MEETING,
  METRIC,
  MODE_COMPARISON,
  NEGOTIATION,
  NO_FACTS,
  OBLIGATION,
  type PaperFacts,
  type PaperRule,
  PARTNER_CHOICE,
  TERM_SHEET,
} from '@entente/core/lifecycle';
import type { ReadingContext } from './reading-context.ts';
import { actionReading } from './readings/action.ts';
import { handOverReading } from './readings/hand-over.ts';
import { issueReading } from './readings/issue.ts';
import { meetingReading } from './readings/meeting.ts';
import {
  authorityReading,
  bodyReading,
  clausesReading,
  controlPlanReading,
  deadlockLadderReading,
  obligationReading,
} from './readings/design.ts';
import { negotiationReading } from './readings/negotiation.ts';
import {
  allianceTestReading,
  charterReading,
  expectationsReading,
  modeComparisonReading,
} from './readings/strategy.ts';
import { exitPlanReading } from './readings/termination.ts';
import { partnerChoiceReading } from './readings/partner-choice.ts';
import { partnerChoiceTable } from './tables/partner-choice.ts';
import { metricReading } from './readings/evaluation.ts';

type ReadingOf<K extends PaperKind> = Extract<PaperReading, { readonly kind: K }>;
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
  meeting: { rule: MEETING, reading: meetingReading },
  issue: { rule: ISSUE, reading: issueReading },
  'hand-over': { rule: HAND_OVER, reading: handOverReading },
  authority: { rule: AUTHORITY, reading: authorityReading },
  body: { rule: BODY, reading: bodyReading },
  clauses: { rule: CLAUSES, reading: clausesReading },
  'control-plan': { rule: CONTROL_PLAN, reading: controlPlanReading },
  'deadlock-ladder': { rule: DEADLOCK_LADDER, reading: deadlockLadderReading },
  exclusivity: { rule: EXCLUSIVITY },
  obligation: { rule: OBLIGATION, reading: obligationReading },
  negotiation: { rule: NEGOTIATION, reading: negotiationReading },
  'term-sheet': { rule: TERM_SHEET },
  'alliance-test': { rule: ALLIANCE_TEST, reading: allianceTestReading },
  'mode-comparison': { rule: MODE_COMPARISON, reading: modeComparisonReading },
  expectations: { rule: EXPECTATIONS, reading: expectationsReading },
  charter: { rule: CHARTER, reading: charterReading },
  'exit-plan': { rule: EXIT_PLAN, reading: exitPlanReading },
  completion: { rule: COMPLETION },
  lesson: { rule: LESSON },
  'partner-choice': { rule: PARTNER_CHOICE, reading: partnerChoiceReading, table: partnerChoiceTable },
  metric: { rule: METRIC, reading: metricReading },
  'course-decision': { rule: COURSE_DECISION },
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
