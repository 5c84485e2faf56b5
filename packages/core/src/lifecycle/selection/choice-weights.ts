import { Outcome, type Problem } from '../../kernel/index.ts';
import { type CriteriaNode, weightedCriteria } from './criteria-tree.ts';
import { groupJudgements, type GroupJudgements } from './group-judgements.ts';
import type { Judgements } from './judgements.ts';
import type { ChoiceJudgements, PartnerChoice } from './partner-choice.ts';

type Keyed = { readonly key: string; readonly name: string };

/** Siblings of the tree, weighed against each other. */
export type ChoiceLevel = {
  /** Null: the top. */
  readonly group: string | null;
  readonly by: 'judgements' | 'weights' | 'equal';
  readonly weights: readonly { readonly key: string; readonly weight: number }[];
  /** What was judged in pairs, of all who count here; null: nothing was. */
  readonly judged: JudgedLevel | null;
};

export type JudgedLevel = {
  readonly keys: readonly string[];
  readonly together: GroupJudgements;
};

export type ChoiceWeights = {
  /** By key, in the order of the choice; they come to 1. */
  readonly criteria: readonly { readonly key: string; readonly weight: number }[];
  readonly levels: readonly ChoiceLevel[];
};

/** Pairs as a matrix over what is there now; what is no longer there falls out, what nobody compared stays open. */
function matrixOf(keys: readonly string[], pairs: ChoiceJudgements['pairs']): Judgements['values'] {
  const given = new Map<string, number>();
  for (const { one, other, value } of pairs) {
    given.set(JSON.stringify([one, other]), value);
    given.set(JSON.stringify([other, one]), 1 / value);
  }
  return keys.map((row) =>
    keys.map((column) => (row === column ? 1 : (given.get(JSON.stringify([row, column])) ?? null))),
  );
}

/** What raters say in pairs of some things, together; null where nobody compares any of them. */
export function judgedTogether(
  { raters, judgements }: PartnerChoice,
  things: readonly Keyed[],
  { of, below }: Pick<ChoiceJudgements, 'of' | 'below'>,
  onlyRater: string | null,
): Outcome<JudgedLevel | null> {
  const keys = things.map(({ key }) => key);
  const given = judgements.filter(
    (each) => each.of === of && each.below === below && (onlyRater === null || each.rater === onlyRater),
  );
  const raw = given.flatMap(({ rater, pairs }) => {
    const who = raters.find(({ key }) => key === rater);
    const isOfThese = pairs.some(({ one, other }) => keys.includes(one) && keys.includes(other));
    return who === undefined || !isOfThese
      ? []
      : [{ rater: { name: who.name, hasLeft: who.left !== null }, values: matrixOf(keys, pairs) }];
  });
  if (raw.length === 0) return Outcome.of(null);
  const together = groupJudgements(
    things.map(({ name }) => name),
    raw,
  );
  return together.ok ? Outcome.of({ keys, together: together.value }) : together;
}

/** What stands at the top: groups at the place of their first criterion, and criteria of no group. */
function topOf({ groups, criteria }: PartnerChoice): readonly (Keyed & { readonly weight: number | null })[] {
  const led = criteria.flatMap((criterion) => {
    const group = groups.find(({ key }) => key === criterion.group);
    return group ?? criterion;
  });
  return [...new Set([...led, ...groups])];
}

const childrenOf = ({ criteria }: PartnerChoice, group: string): PartnerChoice['criteria'] =>
  criteria.filter((criterion) => criterion.group === group);

type Weighed = { readonly nodes: readonly CriteriaNode[]; readonly judged: JudgedLevel | null };

function weighedLevel(
  choice: PartnerChoice,
  group: string | null,
  siblings: readonly (Keyed & { readonly weight: number | null })[],
): Outcome<Weighed> {
  const { by, rater } = choice.weighing;
  const judged =
    by === 'judgements' && siblings.length > 1
      ? judgedTogether(choice, siblings, { of: 'criteria', below: group }, rater)
      : Outcome.of(null);
  if (!judged.ok) return judged;
  const priorities = judged.value?.together.priorities.weights;
  const nodes = siblings.map(({ key, weight }, at): CriteriaNode => {
    const own = priorities?.[at] ?? weight;
    return own === null ? { key } : { key, weight: own };
  });
  return Outcome.of({ nodes, judged: judged.value });
}

/**
 * The weights of a choice's criteria: on each level by what was judged in pairs, where the choice asks for that and somebody
 * judged; else by the weights that were entered; else equal.
 * @returns refused as `criteria-missing`, as `weightedCriteria` refuses, or as `groupJudgements` does
 */
export function choiceWeights(choice: PartnerChoice): Outcome<ChoiceWeights> {
  if (choice.criteria.length === 0)
    return Outcome.refuse({
      pointer: '/criteria',
      code: 'criteria-missing',
      message: 'There is no criterion',
      fix: 'Give one criterion at least, with its direction and its weight.',
    } satisfies Problem);
  const named: readonly Keyed[] = [...choice.groups, ...choice.criteria];
  const nameOf = (key: string): string => named.find((each) => each.key === key)?.name ?? key;
  const top = topOf(choice);
  const sheets = new Map<string | null, Outcome<Weighed>>([[null, weighedLevel(choice, null, top)]]);
  for (const { key } of choice.groups) sheets.set(key, weighedLevel(choice, key, childrenOf(choice, key)));
  const problems = [...sheets.values()].flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return Outcome.refuse(...problems);
  const read = (group: string | null): Weighed => {
    const found = sheets.get(group);
    return found?.ok === true ? found.value : { nodes: [], judged: null };
  };
  const tree: CriteriaNode = {
    key: choice.question,
    below: read(null).nodes.map(({ key, ...node }) => {
      const group = choice.groups.find((each) => each.key === key);
      return group === undefined
        ? { ...node, key: nameOf(key) }
        : { ...node, key: group.name, below: read(key).nodes.map((child) => ({ ...child, key: nameOf(child.key) })) };
    }),
  };
  const weighed = weightedCriteria(tree);
  if (!weighed.ok) return weighed;
  const keys = new Map(named.map(({ key, name }) => [name, key]));
  const weightOf = new Map(weighed.value.criteria.map(({ key, weight }) => [key, weight]));
  return Outcome.of({
    criteria: choice.criteria.map(({ key, name }) => ({ key, weight: weightOf.get(name) ?? 0 })),
    levels: weighed.value.levels.map(({ key: name, by, weights }, at) => {
      const group = at === 0 ? null : (keys.get(name) ?? null);
      const { judged } = read(group);
      return {
        group,
        by: judged === null ? by : ('judgements' as const),
        weights: weights.map((each) => ({ key: keys.get(each.key) ?? each.key, weight: each.weight })),
        judged,
      };
    }),
  });
}
