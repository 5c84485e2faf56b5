import { type Day, Outcome, type Problem, type Share } from '../../kernel/index.ts';
import type { CoalitionValue, ReviewContribution, ReviewCriterion, ReviewMember } from './review.ts';

/** A contribution with what it rests on. */
export type NotedContribution = ReviewContribution & {
  readonly note: string | null;
  readonly source: string | null;
  readonly place: string | null;
};

/** Stakes that lay on the table when a review was handed in. */
export type KeptProposal = {
  readonly title: string;
  readonly shares: readonly { readonly member: string; readonly share: Share }[];
};

/** All that can be changed in a review. */
export type ReviewDocument = {
  readonly date: Day;
  readonly class: string;
  readonly criteria: readonly ReviewCriterion[];
  readonly members: readonly ReviewMember[];
  readonly contributions: readonly NotedContribution[];
  readonly coalitions: readonly CoalitionValue[];
  readonly proposals: readonly KeptProposal[];
};

export const REVIEW_FIELDS = [
  'date',
  'class',
  'criterion',
  'weight',
  'member',
  'equity',
  'part',
  'note',
  'source',
  'place',
  'worth',
  'proposal',
] as const;
export type ReviewField = (typeof REVIEW_FIELDS)[number];

/** One thing that a step made different. */
export type ReviewDifference = {
  readonly field: ReviewField;
  /** Key of the criterion; null where it is about none. */
  readonly criterion: string | null;
  /** Keys of the members that it is about. */
  readonly members: readonly string[];
  /** As it stood before; null: it did not. */
  readonly from: string | null;
  readonly to: string | null;
};

/** A part of a review that changes as one: a criterion, a contribution, the worth of a coalition, a kept proposal. */
type Part = {
  readonly criterion: string | null;
  readonly members: readonly string[];
  readonly values: Readonly<Partial<Record<ReviewField, string | null>>>;
};

const stakesOf = ({ shares }: KeptProposal, members: readonly ReviewMember[]): string =>
  shares
    .map(({ member, share }) => `${members.find(({ key }) => key === member)?.name ?? member} ${share} %`)
    .join(', ');

/** The parts by keys that stay the same from one version to the next, in the order in which they are told. */
function partsOf(document: ReviewDocument): ReadonlyMap<string, Part> {
  const whole = (values: Part['values']): Part => ({ criterion: null, members: [], values });
  return new Map<string, Part>([
    ['date', whole({ date: document.date })],
    ['class', whole({ class: document.class })],
    ...document.criteria.map(({ key, name, weight }): [string, Part] => [
      `criterion ${key}`,
      { criterion: key, members: [], values: { criterion: name, weight } },
    ]),
    ...document.members.map(({ key, name, equity }): [string, Part] => [
      `member ${key}`,
      { criterion: null, members: [key], values: { member: name, equity } },
    ]),
    ...document.contributions.map(({ criterion, member, value, note, source, place }): [string, Part] => [
      `contribution ${criterion} ${member}`,
      { criterion, members: [member], values: { part: value, note, source, place } },
    ]),
    ...document.coalitions.map(({ members, value }): [string, Part] => [
      `coalition ${[...members].sort().join(' ')}`,
      { criterion: null, members, values: { worth: value } },
    ]),
    ...document.proposals.map((proposal): [string, Part] => [
      `proposal ${proposal.title}`,
      whole({ proposal: `${proposal.title}: ${stakesOf(proposal, document.members)}` }),
    ]),
  ]);
}

const fieldsOf = (part: Part | undefined): ReviewField[] =>
  part === undefined ? [] : REVIEW_FIELDS.filter((field) => field in part.values);

const areAlike = (one: Part | undefined, other: Part | undefined): boolean =>
  one === undefined || other === undefined
    ? one === other
    : fieldsOf(one).every((field) => one.values[field] === other.values[field]);

/** Keys of the parts in which two versions differ; what is new comes last. */
function differingParts(one: ReadonlyMap<string, Part>, other: ReadonlyMap<string, Part>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => !areAlike(one.get(key), other.get(key)));
}

/**
 * What a step made different in a review, field by field. A member whose stake the register tells otherwise since then is
 * among them, for a draft follows the register.
 * @returns nothing where both are alike; texts as they stand in the review
 * @example reviewDifferences({ date: '2015-06-30', class: 'NEVER', criteria: [], members: [], contributions: [], coalitions: [], proposals: [] }, { date: '2015-12-31', class: 'NEVER', criteria: [], members: [], contributions: [], coalitions: [], proposals: [] }) // => [{ field: 'date', criterion: null, members: [], from: '2015-06-30', to: '2015-12-31' }]
 */
export function reviewDifferences(before: ReviewDocument, after: ReviewDocument): readonly ReviewDifference[] {
  const [earlier, later] = [partsOf(before), partsOf(after)];
  return differingParts(earlier, later).flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)];
    const { criterion, members } = (is ?? was) as Part;
    return fieldsOf(is ?? was).flatMap((field): ReviewDifference[] => {
      const [from, to] = [was?.values[field] ?? null, is?.values[field] ?? null];
      return from === to ? [] : [{ field, criterion, members, from, to }];
    });
  });
}

const blocked = (message: string): Problem => ({
  code: 'undo-blocked',
  message,
  fix: 'Undo the later steps first, the latest one first, or change the draft by hand.',
});

const memberOf = (key: string): boolean => key.startsWith('member ');

/** A list as it stands, with some of its entries as they were: what was not there goes, what is gone comes back in its place. */
function restored<T>(
  [before, now]: readonly [readonly T[], readonly T[]],
  keyOf: (entry: T) => string,
  changed: ReadonlySet<string>,
): readonly T[] {
  const was = new Map(before.map((entry) => [keyOf(entry), entry]));
  const kept = now.flatMap((entry) => (changed.has(keyOf(entry)) ? (was.get(keyOf(entry)) ?? []) : [entry]));
  const there = new Set(kept.map(keyOf));
  const back = before.flatMap((entry, at) =>
    changed.has(keyOf(entry)) && !there.has(keyOf(entry)) ? [{ entry, at }] : [],
  );
  return back.reduce<readonly T[]>((list, { entry, at }) => list.toSpliced(at, 0, entry), kept);
}

/**
 * A draft without what one step did to it: every part that the step changed is as it was before, all else as it stands.
 * Refused with `undo-blocked` where a later step changed the same part, or filled in what the step had added. Members
 * follow the register and are not undone.
 * @param before what the review held before the step, `after` what it held once it was taken, `now` what it holds
 * @returns the draft to be written
 * @example reviewWithout({ before: { date: '2015-06-30', class: 'NEVER', criteria: [], members: [], contributions: [], coalitions: [], proposals: [] }, after: { date: '2015-12-31', class: 'NEVER', criteria: [], members: [], contributions: [], coalitions: [], proposals: [] }, now: { date: '2015-12-31', class: 'NEVER', criteria: [], members: [], contributions: [], coalitions: [], proposals: [] } }).value.date // => '2015-06-30'
 */
export function reviewWithout({
  before,
  after,
  now,
}: Readonly<Record<'before' | 'after' | 'now', ReviewDocument>>): Outcome<ReviewDocument> {
  const [was, made, is] = [partsOf(before), partsOf(after), partsOf(now)];
  const changed = differingParts(was, made).filter((key) => !memberOf(key));
  const overwritten = changed.filter((key) => !areAlike(made.get(key), is.get(key)));
  if (overwritten.length > 0)
    return Outcome.refuse(blocked(`A later step changed ${overwritten.length} of the same parts of the review`));
  const keys = new Set(changed);
  const document: ReviewDocument = {
    date: keys.has('date') ? before.date : now.date,
    class: keys.has('class') ? before.class : now.class,
    criteria: restored([before.criteria, now.criteria], ({ key }) => `criterion ${key}`, keys),
    members: now.members,
    contributions: restored(
      [before.contributions, now.contributions],
      ({ criterion, member }) => `contribution ${criterion} ${member}`,
      keys,
    ),
    coalitions: restored(
      [before.coalitions, now.coalitions],
      ({ members }) => `coalition ${[...members].sort().join(' ')}`,
      keys,
    ),
    proposals: restored([before.proposals, now.proposals], ({ title }) => `proposal ${title}`, keys),
  };
  const criteria = new Set(document.criteria.map(({ key }) => key));
  const isFilled = document.contributions.some(({ criterion }) => !criteria.has(criterion));
  return isFilled
    ? Outcome.refuse(blocked('A later step filled in a criterion that this one added'))
    : Outcome.of(document);
}
