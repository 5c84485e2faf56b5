import type { PaperOf, PaperReading } from '@entente/contract/dossier';

export type Choice = PaperOf<'partner-choice'>;
export type ChoiceReading = Extract<PaperReading, { kind: 'partner-choice' }>;
export type Candidate = Choice['candidates'][number];
export type Criterion = Choice['criteria'][number];
export type Rater = Choice['raters'][number];

/** Keys that ratings and pairs speak of, also where the part itself was taken out. */
const spokenOf = ({ ratings, judgements }: Choice): readonly (string | null)[] => [
  ...ratings.flatMap(({ rater, candidate, values }) => [rater, candidate, ...values.map(({ criterion }) => criterion)]),
  ...judgements.flatMap(({ rater, below, pairs }) => [
    rater,
    below,
    ...pairs.flatMap(({ one, other }) => [one, other]),
  ]),
];

/** A key that no part has or had: what was given to one that is gone never counts for another. */
export function newKey(letter: string, choice: Choice): string {
  const { candidates, groups, criteria, raters } = choice;
  const parts = [...candidates, ...groups, ...criteria, ...raters].map(({ key }) => key);
  const keys = new Set([...parts, ...spokenOf(choice)]);
  let nth = 1;
  while (keys.has(`${letter}${nth}`)) nth += 1;
  return `${letter}${nth}`;
}

export const USUAL = { shape: 'usual', indifference: null, preference: null, spread: null } as const;

export const isRanked = ({ stage }: Candidate): boolean => stage === 'short-list' || stage === 'chosen';

/** What a list becomes where one of it changes. */
export const changed = <T extends { readonly key: string }>(list: readonly T[], key: string, part: Partial<T>): T[] =>
  list.map((each) => (each.key === key ? { ...each, ...part } : each));

/** The rating of one rater; null where there is none. */
export const ratingOf = (
  { ratings }: Choice,
  rater: string,
  candidate: string,
  criterion: string,
): Choice['ratings'][number]['values'][number] | null =>
  ratings
    .find((each) => each.rater === rater && each.candidate === candidate)
    ?.values.find((each) => each.criterion === criterion) ?? null;

/** The choice with one rating given, changed, or (null) taken out. */
export function withRating(
  choice: Choice,
  { rater, candidate, criterion }: { readonly rater: string; readonly candidate: string; readonly criterion: string },
  given: { readonly value: number; readonly comment: string | null } | null,
): Choice {
  const sheet = choice.ratings.find((each) => each.rater === rater && each.candidate === candidate);
  const others = (sheet?.values ?? []).filter((each) => each.criterion !== criterion);
  const values = given === null ? others : [...others, { criterion, ...given }];
  const rest = choice.ratings.filter((each) => each !== sheet);
  return { ...choice, ratings: values.length === 0 ? rest : [...rest, { rater, candidate, values }] };
}

/** What is compared in pairs: criteria below a group (null: at the top), or candidates by a criterion. */
export type Compared = { readonly of: 'criteria' | 'candidates'; readonly below: string | null };

/** The things that stand beside each other there. */
export function thingsOf(
  { groups, criteria, candidates }: Choice,
  { of, below }: Compared,
): readonly { readonly key: string; readonly name: string }[] {
  if (of === 'candidates') return candidates.filter(isRanked);
  if (below !== null) return criteria.filter(({ group }) => group === below);
  const led = criteria.flatMap((criterion) => groups.find(({ key }) => key === criterion.group) ?? criterion);
  return [...new Set(led)];
}

/** The pairs of one rater. */
export const pairsOf = ({ judgements }: Choice, rater: string, { of, below }: Compared) =>
  judgements.find((each) => each.rater === rater && each.of === of && each.below === below)?.pairs ?? [];

/** How many times as much one counts as the other; null where nobody said. */
export function pairValue(pairs: ReturnType<typeof pairsOf>, one: string, other: string): number | null {
  const given = pairs.find((each) => each.one === one && each.other === other);
  if (given) return given.value;
  const turned = pairs.find((each) => each.one === other && each.other === one);
  return turned ? 1 / turned.value : null;
}

/** The choice with one pair judged, or (null) left open again. */
export function withPair(
  choice: Choice,
  rater: string,
  compared: Compared,
  pair: { readonly one: string; readonly other: string; readonly value: number | null },
): Choice {
  const isThis = (each: Choice['judgements'][number]): boolean =>
    each.rater === rater && each.of === compared.of && each.below === compared.below;
  const { one, other, value } = pair;
  const kept = pairsOf(choice, rater, compared).filter(
    (each) => !(each.one === one && each.other === other) && !(each.one === other && each.other === one),
  );
  const pairs = value === null ? kept : [...kept, { one, other, value }];
  const rest = choice.judgements.filter((each) => !isThis(each));
  return { ...choice, judgements: pairs.length === 0 ? rest : [...rest, { rater, ...compared, pairs }] };
}

/** A number as people type it; a judgement may be a fraction. Null: it is none. */
export function numberTyped(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(',', '.');
  const [, over, under] = /^(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(plain) ?? [];
  const value = over === undefined ? Number(plain === '' ? 'none' : plain) : Number(over) / Number(under);
  return Number.isFinite(value) ? value : null;
}
