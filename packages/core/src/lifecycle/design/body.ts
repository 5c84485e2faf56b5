import type { Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { repeatedParts } from './part-keys.ts';
import { type Majority, type Voter, votingReading, type VotingReading } from './voting.ts';

export const BODY_KINDS = ['board', 'steering-committee', 'management', 'working-group', 'other'] as const;

/** A seat in a body. */
export type Seat = {
  readonly key: string;
  /** Who may fill it; null: a seat of nobody, such as an independent's. */
  readonly organisation: string | null;
  /** Who holds it, by name; null: nobody, or nobody is named. */
  readonly holder: string | null;
  readonly isChair: boolean;
};

/** When a meeting can decide: seats present, as a number or a share of all, and from whom one must be there. */
export type Quorum = {
  readonly seats: number | null;
  /** A share of all seats in percent, whole; rounded up to whole seats. */
  readonly percent: number | null;
  readonly withEach: readonly string[];
};

/** A matter on which the body decides by a majority of its own. */
export type ReservedMatter = { readonly key: string; readonly title: string; readonly majority: Majority };

/** A body of the alliance: who sits in it, when it can decide, and by which majority. */
export type Body = {
  readonly name: string;
  readonly type: (typeof BODY_KINDS)[number];
  readonly seats: readonly Seat[];
  readonly hasCastingVote: boolean;
  readonly quorum: Quorum;
  readonly majority: Majority;
  readonly reserved: readonly ReservedMatter[];
  /** How often it meets, and what else is agreed, in words. */
  readonly words: string | null;
};

export type BodyReading = {
  /** Who votes as one: an organisation, or `seat:<key>` for a seat of nobody, with its number of seats. */
  readonly voters: readonly Voter[];
  readonly vacant: number;
  /** Seats that must be present. */
  readonly quorumSeats: number;
  readonly isQuorumPossible: boolean;
  /** Voters without whom there is no quorum: staying away is enough. */
  readonly quorumBlockers: readonly string[];
  readonly ordinary: VotingReading;
  readonly reserved: readonly { readonly key: string; readonly voting: VotingReading }[];
};

const voterOf = ({ key, organisation }: Seat): string => organisation ?? `seat:${key}`;

/** Who votes as one with how many seats, in the order of their first seats. */
function votersOf(seats: readonly Seat[]): readonly Voter[] {
  const votes = new Map<string, number>();
  for (const seat of seats) votes.set(voterOf(seat), (votes.get(voterOf(seat)) ?? 0) + 1);
  return [...votes].map(([id, count]) => ({ id, votes: count }));
}

/**
 * How many seats must be present: the number, the share rounded up, or the more of both; none asked, none needed.
 * @example quorumSeats({ seats: null, percent: 50, withEach: [] }, 7) // => 4
 */
export const quorumSeats = ({ seats, percent }: Quorum, all: number): number =>
  Math.max(seats ?? 0, percent === null ? 0 : Math.ceil((percent * all) / 100));

/**
 * Whether a body can meet and decide, who can prevent it, and how power lies on each kind of matter. Seats count whether or
 * not somebody is named for them; an organisation votes with all its seats as one.
 * @example
 * bodyReading({ name: 'Board', type: 'board', hasCastingVote: false, reserved: [], words: null,
 *   seats: [{ key: 'a', organisation: 'x', holder: null, isChair: false }, { key: 'b', organisation: 'y', holder: null, isChair: false }],
 *   quorum: { seats: 2, percent: null, withEach: [] }, majority: { kind: 'more-than-half', votes: null, withEach: [] } }).quorumBlockers
 * // => ['x', 'y']
 */
export function bodyReading({ seats, quorum, majority, hasCastingVote, reserved }: Body): BodyReading {
  const voters = votersOf(seats);
  const needed = quorumSeats(quorum, seats.length);
  const lacks = (without: string | null): boolean => {
    const there = voters.filter(({ id }) => id !== without);
    const present = there.reduce((sum, { votes }) => sum + votes, 0);
    return present < Math.max(1, needed) || quorum.withEach.some((each) => there.every(({ id }) => id !== each));
  };
  const isQuorumPossible = !lacks(null);
  const chair = seats.find(({ isChair }) => isChair);
  const casting = hasCastingVote && chair ? voterOf(chair) : null;
  return {
    voters,
    vacant: seats.filter(({ holder }) => holder === null).length,
    quorumSeats: needed,
    isQuorumPossible,
    quorumBlockers: isQuorumPossible ? voters.filter(({ id }) => lacks(id)).map(({ id }) => id) : [],
    ordinary: votingReading(voters, majority, casting),
    reserved: reserved.map((matter) => ({ key: matter.key, voting: votingReading(voters, matter.majority, casting) })),
  };
}

const named = ({ seats, quorum, majority, reserved }: Body): readonly string[] => [
  ...seats.flatMap(({ organisation }) => organisation ?? []),
  ...quorum.withEach,
  ...majority.withEach,
  ...reserved.flatMap((matter) => matter.majority.withEach),
];

const twoChairs: Problem = {
  code: 'design-part-repeated',
  message: 'Two seats are the chair’s',
  fix: 'Let one seat be the chair’s.',
  pointer: '/seats',
};

function votesUnsaid({ kind, votes }: Majority, pointer: string): readonly Problem[] {
  if ((kind === 'votes') === (votes !== null)) return [];
  return [
    {
      code: 'majority-votes',
      message: kind === 'votes' ? 'How many votes carry the matter is not said' : 'The majority says its own votes',
      fix: 'Give the number of votes for a majority of so many votes, and for no other.',
      pointer,
    },
  ];
}

/** A body of the alliance. An alliance may have several. */
export const BODY: PaperRule<Body> = {
  stage: 'design',
  class: 'INTERNAL',
  isSingle: false,
  facts: (content) => ({ ...NO_FACTS, organisations: named(content) }),
  problems: ({ seats, reserved, majority }) => [
    ...repeatedParts(seats, '/seats'),
    ...repeatedParts(reserved, '/reserved'),
    ...(seats.filter(({ isChair }) => isChair).length > 1 ? [twoChairs] : []),
    ...votesUnsaid(majority, '/majority/votes'),
    ...reserved.flatMap((matter, place) => votesUnsaid(matter.majority, `/reserved/${place}/majority/votes`)),
  ],
};
