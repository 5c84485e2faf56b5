import edtf from 'edtf';
import { Outcome, type Problem } from './outcome.ts';

/** A calendar day, `YYYY-MM-DD`; compares correctly as text. */
export type Day = string;

/**
 * A date as a source states it: EDTF level 1 text (ISO 8601-2:2019 annex A) with the first and last day it may mean.
 * `earliest` null is "no lower bound", `latest` null "no upper bound" (an open or unknown interval end).
 */
export type EdtfDate = {
  readonly text: string;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** `~`, `?` or `%`: the source itself is unsure. */
  readonly qualified: boolean;
};

const PLAIN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;
const UNSPECIFIED = /^(?:\d{3}X|\d{2}XX|\d{4}-XX|\d{4}-(?:\d{2}|XX)-(?:\d{2}|XX))$/;
const YEAR_ZERO = /^00(?:XX|0[0X])/;
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

const refusal = (text: string): { readonly ok: false; readonly problems: readonly Problem[] } =>
  Outcome.refuse({
    code: 'date-malformed',
    message: `"${text.slice(0, 40)}" is no date`,
    fix: 'Write a date as the source gives it: 1995, 2003-04, 2003-04-22, 1995~ (about), 197X (in the 1970s) or 2010/2015 (between).',
  });

function plainDate(text: string, parts: RegExpExecArray): Outcome<EdtfDate> {
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? null : Number(parts[2]);
  const day = parts[3] === undefined ? null : Number(parts[3]);
  if (year < 1 || (month !== null && (month < 1 || month > 12))) return refusal(text);
  if (day !== null && (day < 1 || day > daysInMonth(year, month ?? 1))) return refusal(text);
  const last = day ?? daysInMonth(year, month ?? 12);
  return Outcome.of({
    text,
    earliest: `${parts[1]}-${two(month ?? 1)}-${two(day ?? 1)}`,
    latest: `${parts[1]}-${two(month ?? 12)}-${two(last)}`,
    qualified: parts[4] !== undefined,
  });
}

function singleDate(text: string): Outcome<EdtfDate> {
  const parts = PLAIN.exec(text);
  if (parts) return plainDate(text, parts);
  if (!UNSPECIFIED.test(text) || YEAR_ZERO.test(text)) return refusal(text);
  try {
    const parsed = edtf(text);
    return Outcome.of({
      text,
      earliest: dayOf(parsed.min),
      latest: dayOf(parsed.max),
      qualified: false,
    });
  } catch {
    return refusal(text);
  }
}

function interval(text: string, first: string, second: string): Outcome<EdtfDate> {
  const open = (part: string): boolean => part === '..' || part === '';
  if (open(first) && open(second)) return refusal(text);
  const from = open(first) ? null : singleDate(first);
  const to = open(second) ? null : singleDate(second);
  if ((from && !from.ok) || (to && !to.ok)) return refusal(text);
  const earliest = from?.value.earliest ?? null;
  const latest = to?.value.latest ?? null;
  if (earliest !== null && latest !== null && latest < earliest) return refusal(text);
  return Outcome.of({
    text,
    earliest,
    latest,
    qualified: Boolean(from?.value.qualified || to?.value.qualified),
  });
}

const parsedBefore = new Map<string, Outcome<EdtfDate>>();
const REMEMBERED_MOST = 20_000;

function parse(text: string): Outcome<EdtfDate> {
  const known = parsedBefore.get(text);
  if (known) return known;
  const slash = text.indexOf('/');
  const outcome = slash < 0 ? singleDate(text) : interval(text, text.slice(0, slash), text.slice(slash + 1));
  if (parsedBefore.size >= REMEMBERED_MOST) parsedBefore.clear();
  parsedBefore.set(text, outcome);
  return outcome;
}

/**
 * EDTF level 1 without seasons and without years outside 0001 to 9999, which no source of alliances uses.
 * @example EdtfDate.parse('2003-04') // => { ok: true, value: { text: '2003-04', earliest: '2003-04-01', latest: '2003-04-30', qualified: false } }
 */
export const EdtfDate = Object.freeze({
  parse,
  /** Whether `outer` means every day that `inner` may mean: "1995" contains "1995-03". Such values do not disagree. */
  contains(outer: EdtfDate, inner: EdtfDate): boolean {
    const fromFits = outer.earliest === null || (inner.earliest !== null && outer.earliest <= inner.earliest);
    const toFits = outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest);
    return fromFits && toFits;
  },
  /** The last day of a year, or of a month, or the day itself: what "as of 2005" reads. */
  asOf(text: string): Outcome<Day> {
    const outcome = parse(text);
    if (!outcome.ok) return outcome;
    return outcome.value.latest === null ? refusal(text) : Outcome.of(outcome.value.latest);
  },
  /** The calendar year of a day, as a number. */
  yearOf: (day: Day): number => Number(day.slice(0, 4)),
  lastDayOf: (year: number): Day => `${String(year).padStart(4, '0')}-12-31`,
});
