import type { Day } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { daysReversed } from './part-keys.ts';

/** How far an exclusivity reaches in one dimension: everywhere, within a term of the classification, or nobody says. */
export type ExclusivityReach =
  | { readonly reach: 'anywhere' }
  | { readonly reach: 'within'; readonly term: string }
  | { readonly reach: 'unknown' };

/** What organisations may do with nobody but their partners. */
export type Exclusivity = {
  readonly title: string;
  /** Who is bound. */
  readonly bound: readonly string[];
  /** With whom they may still do it: those in whose favour they are bound. */
  readonly towards: readonly string[];
  readonly product: ExclusivityReach;
  readonly market: ExclusivityReach;
  readonly region: ExclusivityReach;
  /** First day; null: as long as the alliance. */
  readonly from: Day | null;
  /** Last day; null: as long as the alliance. */
  readonly until: Day | null;
  /** Key of the clause it comes from. */
  readonly clause: string | null;
  readonly words: string | null;
};

/** An exclusivity of the alliance; it feeds the check for collisions. */
export const EXCLUSIVITY: PaperRule<Exclusivity> = {
  stage: 'design',
  class: 'INTERNAL',
  isSingle: false,
  facts: ({ bound, towards }) => ({ ...NO_FACTS, organisations: [...bound, ...towards] }),
  problems: ({ from, until }) => daysReversed(from, until, '/until'),
};
