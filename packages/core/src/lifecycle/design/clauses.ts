import type { Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { DEFAULT_CLAUSES } from './default-clauses.ts';
import { repeatedParts } from './part-keys.ts';

export const CLAUSE_STATES = ['not-begun', 'drafted', 'agreed', 'signed', 'not-needed'] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

/** What is said of a clause of the contract. */
export type Clause = {
  /** Key of a clause of the default list, or one of the alliance's own. */
  readonly key: string;
  /** What a clause of the alliance's own is called; null for those of the default list. */
  readonly title: string | null;
  readonly state: ClauseState;
  /** Why it is not needed, or anything else to be known of it. */
  readonly words: string | null;
  /** Where it stands: document and number. */
  readonly reference: string | null;
};

/** The checklist of an alliance: what is said of clauses. A default clause of which nothing is said is not begun. */
export type Clauses = { readonly clauses: readonly Clause[] };

const isSettled = ({ state }: Pick<Clause, 'state'>): boolean => state === 'signed' || state === 'not-needed';

/**
 * The whole checklist: the default clauses in their order, then the alliance's own.
 * @example clauseChecklist({ clauses: [] }).every(({ state }) => state === 'not-begun') // => true
 */
export function clauseChecklist({ clauses }: Clauses): readonly Clause[] {
  const said = new Map(clauses.map((clause) => [clause.key, clause]));
  const isDefault = new Set(DEFAULT_CLAUSES.map(({ key }) => key));
  return [
    ...DEFAULT_CLAUSES.map(
      ({ key }): Clause => said.get(key) ?? { key, title: null, state: 'not-begun', words: null, reference: null },
    ),
    ...clauses.filter(({ key }) => !isDefault.has(key)),
  ];
}

/** How far the clauses are: how many are in each state, and the keys of those that are neither signed nor not needed. */
export type ClausesReading = {
  readonly counts: Readonly<Record<ClauseState, number>>;
  readonly open: readonly string[];
};

/**
 * How far the clauses of an alliance are, those of the default list of which nothing is said counted as not begun.
 * @example clausesReading({ clauses: [] }).counts.signed // => 0
 */
export function clausesReading(content: Clauses): ClausesReading {
  const list = clauseChecklist(content);
  const count = (state: ClauseState): number => list.filter((clause) => clause.state === state).length;
  return {
    counts: {
      'not-begun': count('not-begun'),
      drafted: count('drafted'),
      agreed: count('agreed'),
      signed: count('signed'),
      'not-needed': count('not-needed'),
    },
    open: list.filter((clause) => !isSettled(clause)).map(({ key }) => key),
  };
}

function incomplete({ key, title, state, words }: Clause, place: number): readonly Problem[] {
  const isOwn = DEFAULT_CLAUSES.every((clause) => clause.key !== key);
  const lacks = (message: string, fix: string, field: string): Problem => ({
    code: 'clause-incomplete',
    message,
    fix,
    pointer: `/clauses/${place}/${field}`,
  });
  return [
    ...(isOwn && title === null ? [lacks(`The clause "${key}" has no name`, 'Give it a name.', 'title')] : []),
    ...(state === 'not-needed' && words === null
      ? [lacks(`Nothing says why the clause "${key}" is not needed`, 'Say why it is not needed.', 'words')]
      : []),
  ];
}

/** An alliance has one checklist; it is done when every clause is signed or, for a reason, not needed. */
export const CLAUSES: PaperRule<Clauses> = {
  stage: 'design',
  class: 'INTERNAL',
  isSingle: true,
  facts: (content) => ({ ...NO_FACTS, isOpen: clausesReading(content).open.length > 0 }),
  problems: ({ clauses }) => [...repeatedParts(clauses, '/clauses'), ...clauses.flatMap(incomplete)],
};
