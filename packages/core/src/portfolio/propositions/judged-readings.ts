import type { Day } from '../../kernel/index.ts';
import type { Register, TermHierarchy } from '../../register/index.ts';
import { segmentationOf, type SegmentationParameters } from '../collisions.ts';
import { divertsOf } from '../diverts.ts';
import { resourceKey } from '../moves.ts';
import type { OwnSide } from '../own-side.ts';
import { redundancyOf } from '../redundancy.ts';
import { type KeptReview, misalignmentIn } from '../review/firm-reviews.ts';
import { Fraction } from '../review/fractions.ts';
import type { JoinedReadings } from './joined-readings.ts';

/** Reviews that were held by the day, the last of each alliance last. What is made up to show the method decides nothing. */
const heldBy = (reviews: readonly KeptReview[], day: Day): readonly KeptReview[] =>
  reviews
    .filter(
      ({ date, state, illustrative }) => !illustrative && date <= day && state !== 'draft' && state !== 'withdrawn',
    )
    .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));

function misalignmentsOf(held: readonly KeptReview[]): JoinedReadings['misalignments'] {
  const last = new Map(held.map((review) => [review.alliance, review]));
  return [...last].flatMap(([alliance, review]) => {
    const misalignment = misalignmentIn(review);
    return misalignment?.known ? [{ alliance, points: Number(Fraction.decimal(misalignment.points)) }] : [];
  });
}

/** Resources that more than one alliance of the day brings, one entry an alliance. */
function redundantIn(register: Register, own: OwnSide, parameters: SegmentationParameters) {
  return redundancyOf(register, own, parameters).supplies.flatMap(({ offers }) => {
    const brought = offers.flatMap(({ resources }) => resources);
    const alliances = new Set(brought.flatMap(({ alliance }) => alliance ?? []));
    const [first] = brought;
    return first === undefined || alliances.size < 2
      ? []
      : [...alliances].map((alliance) => ({ resource: resourceKey(first), alliance }));
  });
}

/**
 * What segmentation, redundancy, diverts and business reviews of the same firm and day tell the propositions.
 * @param terms the classification of domains
 * @param reviews those that the reader may see; where none was held, nothing is told of reviews
 */
export function judgedReadings(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  reviews: readonly KeptReview[],
  parameters: SegmentationParameters,
): JoinedReadings {
  const { pairs, certain, possible } = segmentationOf(register, own, terms, parameters);
  const held = heldBy(reviews, parameters.day);
  return {
    segmentation: { pairs, certain, possible },
    redundancy: redundantIn(register, own, parameters),
    // What a partner did before the firm and it allied takes nothing from the two.
    diverts: divertsOf(register, own, terms, parameters)
      .filter(({ later }) => later !== false)
      .map(({ elsewhere, since, overlap }) => ({ alliance: elsewhere.id, since, certain: overlap === 'certain' })),
    reviewsHeld: held.length === 0 ? null : held.map(({ alliance, date }) => ({ alliance, day: date })),
    misalignments: held.length === 0 ? null : misalignmentsOf(held),
  };
}
