import { Outcome, type Problem } from '../../kernel/index.ts';
import type { Direction } from './decision-matrix.ts';
import type { Judgements } from './judgements.ts';
import { prioritiesOf } from './priorities.ts';

/** A criterion, or a group of them; only what has nothing below it is rated. */
export type CriteriaNode = {
  readonly key: string;
  /** Of what is rated; more is better where it is left out. */
  readonly direction?: Direction;
  /** Beside its siblings, on any scale; all siblings have one, or none has and they count the same. */
  readonly weight?: number;
  /** How what is directly below compares, in its order; goes before weights. */
  readonly judgements?: Judgements['values'];
  readonly below?: readonly CriteriaNode[];
};

/** A criterion that is rated, with its weight among all of them and the keys above it. */
export type WeightedCriterion = {
  readonly key: string;
  readonly direction: Direction;
  /** The product of the weights on its way from the top; all come to 1. */
  readonly weight: number;
  readonly path: readonly string[];
};

/** What stands directly below one node, weighed against each other. */
export type CriteriaLevel = {
  readonly key: string;
  readonly weights: readonly { readonly key: string; readonly weight: number }[];
  readonly by: 'judgements' | 'weights' | 'equal';
  /** Null where nothing was judged in pairs. */
  readonly consistencyRatio: number | null;
};

export type WeightedCriteria = {
  readonly criteria: readonly WeightedCriterion[];
  readonly levels: readonly CriteriaLevel[];
  readonly warnings: readonly Problem[];
};

/**
 * What a partner is judged by until somebody sets other criteria, all of equal weight: the fit of resources, of ways of working
 * and of values, what the partner can do and is ready to do, how it stands with government, and how far its business collides
 * with the partners there are, of which less is better.
 */
export const DEFAULT_CRITERIA: CriteriaNode = {
  key: 'partner-selection',
  below: [
    { key: 'complementarity' },
    { key: 'compatibility' },
    { key: 'capability' },
    { key: 'commitment' },
    { key: 'similar-values' },
    { key: 'government-relations' },
    { key: 'conflict-with-partners', direction: 'min' },
  ],
};

const malformed = (pointer: string, message: string, fix: string): Outcome<never> =>
  Outcome.refuse({ pointer, code: 'criteria-tree-malformed', message, fix } satisfies Problem);

type Weighed = Pick<CriteriaLevel, 'by' | 'consistencyRatio'> & {
  readonly weights: readonly number[];
  readonly warnings: readonly Problem[];
};

function weighed({ key, judgements }: CriteriaNode, below: readonly CriteriaNode[], at: string): Outcome<Weighed> {
  if (judgements !== undefined) {
    const names = below.map((node) => node.key);
    const within = (problem: Problem): Problem => ({ ...problem, pointer: `${at}/judgements${problem.pointer ?? ''}` });
    const priorities = prioritiesOf({ names, values: judgements });
    if (!priorities.ok) return Outcome.refuse(...priorities.problems.map(within));
    const { weights, consistencyRatio, warnings } = priorities.value;
    return Outcome.of({ by: 'judgements', weights, consistencyRatio, warnings: warnings.map(within) });
  }
  const given = below.flatMap(({ weight }) => weight ?? []);
  const plain = { consistencyRatio: null, warnings: [] };
  if (given.length === 0) return Outcome.of({ ...plain, by: 'equal', weights: below.map(() => 1 / below.length) });
  const sum = given.reduce((total, weight) => total + weight, 0);
  if (given.length < below.length || !given.every((weight) => weight >= 0) || !(sum > 0) || !Number.isFinite(sum))
    return malformed(
      `${at}/below`,
      `The weights below "${key}" cannot be read`,
      'Give each of the siblings a weight of 0 or more, not all of them 0; or none of them one.',
    );
  return Outcome.of({ ...plain, by: 'weights', weights: given.map((weight) => weight / sum) });
}

/**
 * Weights of a tree of criteria: on each level by pairwise judgements, by given weights, or equal; a criterion's weight is the
 * product on its way from the top (Saaty 1980, hierarchic composition).
 * @returns what is rated, in the order of the tree; refused as `criteria-tree-malformed` or as `prioritiesOf` refuses
 * @example weightedCriteria({ key: 'all', below: [{ key: 'fit', weight: 3, below: [{ key: 'a' }, { key: 'b' }] }, { key: 'price', weight: 1, direction: 'min' }] }).value.criteria.map(({ weight }) => weight) // => [0.375, 0.375, 0.25]
 */
export function weightedCriteria(tree: CriteriaNode): Outcome<WeightedCriteria> {
  const problems: Problem[] = [];
  const criteria: WeightedCriterion[] = [];
  const levels: CriteriaLevel[] = [];
  const warnings: Problem[] = [];
  const walk = (node: CriteriaNode, weight: number, path: readonly string[], at: string): void => {
    const { key, direction = 'max', below } = node;
    if (below === undefined) {
      criteria.push({ key, direction, weight, path });
      return;
    }
    const level = below.length === 0 ? emptyGroup(key, at) : weighed(node, below, at);
    if (!level.ok) {
      problems.push(...level.problems);
      return;
    }
    const { weights, by, consistencyRatio } = level.value;
    levels.push({
      key,
      weights: below.map((child, nth) => ({ key: child.key, weight: weights[nth] ?? 0 })),
      by,
      consistencyRatio,
    });
    warnings.push(...level.value.warnings);
    for (const [nth, child] of below.entries())
      walk(child, weight * (weights[nth] ?? 0), [...path, key], `${at}/below/${nth}`);
  };
  walk(tree, 1, [], '');
  const twice = criteria.find(({ key }, at) => criteria.findIndex((other) => other.key === key) < at);
  if (twice !== undefined)
    return malformed('/below', `"${twice.key}" stands in the tree twice`, 'Give each criterion a key of its own.');
  return problems.length > 0 ? Outcome.refuse(...problems) : Outcome.of({ criteria, levels, warnings });
}

const emptyGroup = (key: string, at: string): Outcome<never> =>
  malformed(`${at}/below`, `Nothing stands below "${key}"`, 'Put criteria below it, or make it one.');
