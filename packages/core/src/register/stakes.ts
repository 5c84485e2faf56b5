import { type CertainInterval, type Day, Outcome, Period, type Problem, Share } from '../kernel/index.ts';
import type { Stake } from './model.ts';

/** Which percentages are summed: those of equity, or those of votes where a source states them. */
type Measured = 'share' | 'votingShare';

type Held = { readonly stake: Stake; readonly certain: CertainInterval };

const holds = (certain: CertainInterval, day: Day): boolean =>
  certain.from <= day && (certain.to === null || day < certain.to);

const overlap = (one: CertainInterval, other: CertainInterval): boolean =>
  holds(one, other.from) || holds(other, one.from);

function certainlyHeld(stakes: readonly Stake[]): Held[] {
  return stakes.flatMap((stake) => {
    const certain = Period.certainly(stake);
    return certain === null ? [] : [{ stake, certain }];
  });
}

/** A row of votes alone may stand beside one of equity; else one holder has one stake at a time. */
function samePlace(one: Stake, other: Stake): boolean {
  const economic = (stake: Stake): boolean => stake.share !== null || stake.votingShare === null;
  return (economic(one) && economic(other)) || (one.votingShare !== null && other.votingShare !== null);
}

function overlapProblems(candidate: Held, others: readonly Held[]): Problem[] {
  const { holder } = candidate.stake;
  if (holder === null) return [];
  const twin = others.find(
    ({ stake, certain }) =>
      stake.holder === holder && samePlace(stake, candidate.stake) && overlap(certain, candidate.certain),
  );
  if (!twin) return [];
  const until = twin.certain.to === null ? 'with no end stated' : `until ${twin.certain.to}`;
  return [
    {
      code: 'stake-overlap',
      message: `This holder already has a stake here from ${twin.certain.from}, ${until}`,
      fix: 'End the earlier stake on the day this one begins, or change that stake instead of adding one.',
      pointer: '/from',
    },
  ];
}

function sumProblems(candidate: Held, others: readonly Held[], measured: Measured): Problem[] {
  if (candidate.stake[measured] === null) return [];
  const all = [...others, candidate];
  const days = all.map(({ certain }) => certain.from).filter((day) => holds(candidate.certain, day));
  for (const day of days.sort()) {
    const shares = all.filter(({ certain }) => holds(certain, day)).flatMap(({ stake }) => stake[measured] ?? []);
    const sum = Share.sum(shares);
    if (!Share.exceedsWhole(sum)) continue;
    const known = others.filter(({ certain }) => holds(certain, day)).flatMap(({ stake }) => stake[measured] ?? []);
    return [
      {
        code: 'stakes-over-100',
        message: `With this the ${measured === 'share' ? 'shares' : 'votes'} come to ${sum} % on ${day}`,
        fix: `At most ${Share.rest(known)} % is free then: lower it, or end or lower another stake first.`,
        pointer: `/${measured}`,
      },
    ];
  }
  return [];
}

/**
 * Whether a stake can be true beside the other stakes in the same issuer: one holder has one stake at a time, and the known
 * shares never exceed the whole, economic and voting apart, named and unnamed holders together. Only days on which the
 * stakes certainly hold are judged; an unknown share is not zero and is left out. The database keeps the same rules.
 * @param candidate the stake as it would be
 * @param others all other stakes in the same issuer
 */
export function stakeBeside(candidate: Stake, others: readonly Stake[]): Outcome<Stake> {
  const [held] = certainlyHeld([candidate]);
  if (held === undefined) return Outcome.of(candidate);
  const known = certainlyHeld(others);
  const problems = [
    ...overlapProblems(held, known),
    ...sumProblems(held, known, 'share'),
    ...sumProblems(held, known, 'votingShare'),
  ];
  return problems.length === 0 ? Outcome.of(candidate) : Outcome.refuse(...problems);
}
