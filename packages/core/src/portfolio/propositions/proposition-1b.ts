import { allianceFact } from './facts.ts';
import { count, finding, type Finding, unknown } from './finding.ts';
import type { FirmRecord } from './firm-record.ts';
import { monthsAfter, runningVentures, type Trigger, triggersOf } from './reviews.ts';

/**
 * Proposition 1b: long alliances need regular evaluation, above all when top managers are replaced, models redesigned or
 * stakes adjusted. Supported when a review followed each such change of the recent years within the review's months.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 1b.
 */
export function proposition1b(firm: FirmRecord): Finding {
  const triggers = triggersOf(firm);
  const called = count(
    'triggers',
    triggers.map(({ fact }) => fact),
  );
  const held = firm.joined.reviewsHeld;
  if (held === null) {
    return finding('P1b', ['not-enough-data', 'reviews-not-recorded', 'record-reviews'], [called, unknown('reviews')]);
  }
  const due = triggers.filter(({ day }) => monthsAfter(day, firm.parameters.reviewMonths) <= firm.day);
  const missed = due.filter((trigger) => !isFollowed(trigger, held, firm.parameters.reviewMonths));
  const unreviewed = count(
    'unreviewed',
    missed.map(({ fact }) => fact),
    { at: 'most', than: 0 },
  );
  const inputs = [unreviewed, called];
  if (due.length === 0) return finding('P1b', ['not-enough-data', 'no-trigger', 'keep-reviewing'], inputs);
  return missed.length === 0
    ? finding('P1b', ['supported', 'reviews-follow-triggers', 'keep-reviewing'], inputs)
    : finding('P1b', ['not-supported', 'trigger-without-review', 'review-after-triggers'], inputs);
}

const isFollowed = (
  { alliance, day }: Trigger,
  held: NonNullable<FirmRecord['joined']['reviewsHeld']>,
  months: number,
): boolean =>
  held.some((review) => review.alliance === alliance.id && review.day >= day && review.day <= monthsAfter(day, months));

/**
 * Reviews that are late: an alliance with equity whose last review, or beginning, lies longer back than the review's
 * months. Source: Oh, Chen, Nakamoto and Liu (2024), section 4.3.2 (reviews by season and half-year).
 */
export function reviewOverdue(firm: FirmRecord): Finding {
  const held = firm.joined.reviewsHeld;
  const ventures = runningVentures(firm);
  if (ventures.length === 0)
    return finding('review-overdue', ['not-enough-data', 'no-alliance', 'record-alliances'], []);
  if (held === null) {
    const inputs = [
      unknown('reviews'),
      count(
        'triggers',
        triggersOf(firm).map(({ fact }) => fact),
      ),
    ];
    return finding('review-overdue', ['not-enough-data', 'reviews-not-recorded', 'record-reviews'], inputs);
  }
  const late = ventures.filter((alliance) => {
    const reviews = held.filter(({ alliance: id, day }) => id === alliance.id && day <= firm.day).map(({ day }) => day);
    const last = reviews.sort().at(-1) ?? alliance.start?.earliest ?? null;
    return last !== null && monthsAfter(last, firm.parameters.reviewMonths) < firm.day;
  });
  const overdue = count(
    'overdue',
    late.map((alliance) => allianceFact(firm, alliance)),
    { at: 'most', than: 0 },
  );
  return late.length > 0
    ? finding('review-overdue', ['supported', 'review-late', 'hold-the-review'], [overdue])
    : finding('review-overdue', ['not-supported', 'reviews-in-time', 'nothing-to-do'], [overdue]);
}
