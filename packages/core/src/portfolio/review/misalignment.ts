import { invariant } from '../../kernel/index.ts';
import { Fraction } from './fractions.ts';
import type { ReviewMember } from './review.ts';

/** How far equity stands from contribution, in percentage points: one figure, or between which two it lies. */
export type Misalignment =
  | { readonly known: true; readonly points: Fraction }
  | { readonly known: false; readonly atLeast: Fraction; readonly atMost: Fraction }
  /** The shares on record come to less than 100 and nobody on record could hold the rest, or to more than 100. */
  | { readonly known: false; readonly atLeast: null; readonly atMost: null };

const equityOf = ({ equity }: ReviewMember): Fraction | null => (equity === null ? null : Fraction.parse(equity));

const HALF = Fraction.of(1n, 2n);
const WHOLE = Fraction.of(100n);

/**
 * Misalignment = half the sum over members of |equity - contribution|: the percentage points that would have to change hands.
 * With unknown stakes it is told between bounds: those holders have together what the known ones leave, each 0 or more, and
 * the sum is a convex function of how they share it, so the most lies where one of them has all of it, the least where none
 * is on the far side of its contribution.
 * Unnamed holders beside a named member of unknown equity may be that member, so that they count among the unknown.
 * @param contributions in percent, by key of the member, summing to 100
 * @example misalignmentOf([{ key: 'a', name: 'A', isUnnamed: false, equity: '100' }], new Map([['a', { over: 100n, under: 1n }]])) // => { known: true, points: { over: 0n, under: 1n } }
 */
export function misalignmentOf(
  members: readonly ReviewMember[],
  contributions: ReadonlyMap<string, Fraction>,
): Misalignment {
  const isPooled = members.some(({ isUnnamed, equity }) => !isUnnamed && equity === null);
  const held = members.map((member) => {
    const contributed = contributions.get(member.key);
    invariant(contributed, `${member.key} has a contribution`);
    return { equity: isPooled && member.isUnnamed ? null : equityOf(member), contributed };
  });
  const known = held.flatMap(({ equity, contributed }) => (equity === null ? [] : [{ equity, contributed }]));
  const unknown = held.filter(({ equity }) => equity === null).map(({ contributed }) => contributed);
  const apart = Fraction.sum(
    known.map(({ equity, contributed }) => Fraction.size(Fraction.minus(equity, contributed))),
  );
  const rest = Fraction.minus(WHOLE, Fraction.sum(known.map(({ equity }) => equity)));
  if (rest.over < 0n || (unknown.length === 0 && rest.over > 0n)) return { known: false, atLeast: null, atMost: null };
  if (unknown.length === 0) return { known: true, points: Fraction.times(HALF, apart) };
  const theirs = Fraction.sum(unknown);
  const least = Fraction.size(Fraction.minus(rest, theirs));
  const most = unknown
    .map((one) => Fraction.plus(Fraction.size(Fraction.minus(rest, one)), Fraction.minus(theirs, one)))
    .reduce((best, each) => (Fraction.compare(each, best) > 0 ? each : best));
  const [atLeast, atMost] = [least, most].map((sum) => Fraction.times(HALF, Fraction.plus(apart, sum)));
  invariant(atLeast && atMost, 'two bounds');
  // One holder is left, who must have the rest.
  return Fraction.equal(atLeast, atMost) ? { known: true, points: atLeast } : { known: false, atLeast, atMost };
}
