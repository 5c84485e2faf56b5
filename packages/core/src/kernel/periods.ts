import { type Day, EdtfDate } from './dates.ts';
import { Outcome, type Problem } from './outcome.ts';

/** When a period ends: on a date, not at all as far as stated (`open`), or on a day nobody states (`unknown`). */
export type PeriodEnd = EdtfDate | 'open' | 'unknown';

/** A dated interval as sources give it. `from` null: the beginning is unknown. The end is exclusive. */
export type Period = { readonly from: EdtfDate | null; readonly to: PeriodEnd };

/** Whether something holds on a day; `uncertain` while the day lies between the earliest and latest reading of either end. */
export type Reading = { readonly active: boolean; readonly uncertain: boolean };

/** A half-open range of days `[from, to)` in which a period holds on every reading; null bounds are infinite. */
export type CertainInterval = { readonly from: Day; readonly to: Day | null };

const within = (day: Day, date: EdtfDate): boolean =>
  (date.earliest === null || date.earliest <= day) && (date.latest === null || day < date.latest);

const begunBy = (from: EdtfDate | null, day: Day): boolean => !from?.earliest || from.earliest <= day;

function endedBy(to: PeriodEnd, day: Day): boolean {
  return typeof to === 'object' && (to.earliest === null || to.earliest <= day);
}

/**
 * Reads a period on a day: active iff earliest(from) <= day < earliest(to); "as of year Y" reads its last day.
 * @example Period.on(Period.parse('2003', '2006').value, '2003-06-30') // => { active: true, uncertain: true }
 */
function on(period: Period, day: Day): Reading {
  const fromUncertain = period.from === null || within(day, period.from);
  const toUncertain = period.to === 'unknown' || (typeof period.to === 'object' && within(day, period.to));
  return {
    active: begunBy(period.from, day) && !endedBy(period.to, day),
    uncertain: fromUncertain || toUncertain,
  };
}

/**
 * The days on which a period holds however its dates are read: [latest(from), earliest(to)). Null when no day is certain.
 * Constraints refuse on this interval only: what cannot be true, never what may be.
 * @example Period.certainly(Period.parse('2003', '2006').value) // => { from: '2003-12-31', to: '2006-01-01' }
 */
function certainly(period: Period): CertainInterval | null {
  const from = period.from?.latest ?? null;
  if (from === null || period.to === 'unknown') return null;
  if (period.to === 'open') return { from, to: null };
  const to = period.to.earliest;
  return to === null || to <= from ? null : { from, to };
}

function parseEnd(text: string | null | undefined): Outcome<PeriodEnd> {
  if (text === null || text === undefined || text === '' || text === '..') return Outcome.of('open');
  return text === 'unknown' ? Outcome.of('unknown') : EdtfDate.parse(text);
}

function parse(from: string | null | undefined, to: string | null | undefined): Outcome<Period, Problem> {
  const start = from ? EdtfDate.parse(from) : Outcome.of(null);
  const end = parseEnd(to);
  if (!start.ok) return Outcome.refuse(...start.problems.map((problem) => ({ ...problem, pointer: '/from' })));
  if (!end.ok) return Outcome.refuse(...end.problems.map((problem) => ({ ...problem, pointer: '/to' })));
  const period = { from: start.value, to: end.value };
  if (Period.isReversed(period)) {
    return Outcome.refuse({
      code: 'period-reversed',
      message: `The period ends (${to}) before it begins (${from})`,
      fix: 'Give an end that is later than the beginning.',
      pointer: '/to',
    });
  }
  return Outcome.of(period);
}

export const Period = Object.freeze({
  on,
  certainly,
  parse,
  parseEnd,
  /** Whether the end lies before the beginning on every reading. */
  isReversed(period: Period): boolean {
    const latestEnd = typeof period.to === 'object' ? period.to.latest : null;
    const earliestStart = period.from?.earliest ?? null;
    return latestEnd !== null && earliestStart !== null && latestEnd < earliestStart;
  },
  endText: (to: PeriodEnd): string => (typeof to === 'object' ? to.text : to === 'open' ? '..' : 'unknown'),
  always: Object.freeze({ from: null, to: 'open' }),
});
