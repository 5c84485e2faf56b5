import { EdtfDate } from './dates.ts';
import type { Problem } from './outcome.ts';
import { anyForm, type DateRole, ONE_DAY } from './typed-date-forms.ts';
import { type DateOrder, type Found, sure } from './typed-date-points.ts';
import { namesEra, plainDateText } from './typed-date-text.ts';

/** What a person typed for a date: read; to be asked, most likely first (also with one choice: "is this meant?"); or refused. */
export type TypedDate =
  | { readonly kind: 'date'; readonly edtf: string }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem };

export type TypedDateOptions = {
  /** The order of numbers, where it is known (of a column, of a person); without it "03/04/2010" is asked. */
  readonly order?: DateOrder;
  /** `start`: "since 2001" is 2001. `end`: words for an open (`..`) and an unknown (`unknown`) end are read too. */
  readonly as?: DateRole;
  /** Whether a bare number is a spreadsheet's count of days, and from when; without it such numbers are refused. */
  readonly serials?: 'from-1900' | 'from-1904';
};

/** No date is longer, and none has more words like "probably about" around it; more is not looked at. */
const LONGEST = 80;
const WORDS_MOST = 3;

const ORDERS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

const OPEN_END =
  /^(?:\.\.|present|now|today|to date|current|ongoing|open|active|continuing|still active|現在|継続中?|存続中?|持續中?|存續中?|進行中|至今|今)$/;
const UNKNOWN = /^(?:unknown|not known|n\/?a|n\. ?d\.|tbd|\?+|-+|不明|未詳|未知|不詳|無資料)$/;

function serialDay(text: string, system: 'from-1900' | 'from-1904'): Found | null {
  const days = /^(\d{1,7})(?:\.\d+)?$/.exec(text)?.[1];
  if (days === undefined) return null;
  const count = Number(days);
  // Day 60 of the count from 1900 is a 29 February that 1900 did not have.
  if (system === 'from-1900' && (count === 60 || count === 0)) return null;
  const start = system === 'from-1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, count > 60 ? 30 : 31);
  const day = new Date(start + count * ONE_DAY).toISOString();
  return /^\d{4}-/.test(day) ? sure(day.slice(0, 10)) : null;
}

function refusedDate(text: string, reason: string | null, mend: string | null): TypedDate {
  const shown = text.trim().slice(0, 40);
  const problem: Problem = {
    code: 'date-malformed',
    message: reason === null ? `"${shown}" is no date that can be read` : `"${shown}" is no date: ${reason}`,
    fix: mend ?? 'Write it as 2003, 2003-04, 2003-04-22, April 2003, about 1995, 1990s or 2010-2015.',
  };
  return { kind: 'refused', problem };
}

function settled(text: string, readings: readonly (Found | null)[]): TypedDate {
  const found = readings.flatMap((reading) => (reading && 'edtf' in reading ? [reading] : []));
  const choices = [...new Set(found.flatMap((reading) => reading.edtf))].filter(
    (edtf) => edtf === 'unknown' || edtf === '..' || EdtfDate.parse(edtf).ok,
  );
  const [only] = choices;
  if (only !== undefined) {
    const isSure = choices.length === 1 && found.some((reading) => !reading.asks);
    return isSure ? { kind: 'date', edtf: only } : { kind: 'choices', choices };
  }
  const reason = readings.find((reading) => reading && 'impossible' in reading);
  return reason && 'impossible' in reason
    ? refusedDate(text, reason.impossible, reason.mend)
    : refusedDate(text, null, null);
}

/**
 * Reads a date as people type it, in English, Japanese or Chinese, into EDTF level 1. What may mean several dates is
 * asked and never guessed; a day that does not exist is refused with the mend.
 * @example readTypedDate('about Apr 2003') // => { kind: 'date', edtf: '2003-04~' }
 * @example readTypedDate('03/04/2010') // => { kind: 'choices', choices: ['2010-04-03', '2010-03-04'] }
 */
export function readTypedDate(text: string, options: TypedDateOptions = {}): TypedDate {
  const key = `${options.order ?? ''} ${options.as ?? ''} ${options.serials ?? ''} ${text.slice(0, LONGEST * 2)}`;
  const known = readBefore.get(key);
  if (known) return known;
  const read = reading(text, options);
  if (readBefore.size >= REMEMBERED_MOST) readBefore.clear();
  readBefore.set(key, read);
  return read;
}

/** Columns of dates repeat themselves; reading one takes 0.1 ms. */
const readBefore = new Map<string, TypedDate>();
const REMEMBERED_MOST = 20_000;

function reading(text: string, options: TypedDateOptions): TypedDate {
  const stated = text.trim();
  if (EdtfDate.parse(stated).ok) return { kind: 'date', edtf: stated };
  const plain = plainDateText(stated.slice(0, LONGEST));
  const as = options.as ?? 'date';
  const words = as === 'end' ? endWord(plain) : null;
  if (words !== null) return { kind: 'date', edtf: words };
  if (UNKNOWN.test(plain))
    return refusedDate(text, 'it says that the date is not known', 'Leave it empty when the date is not known.');
  const serial = options.serials === undefined ? null : serialDay(plain, options.serials);
  if (serial) return settled(text, [serial]);
  const orders = options.order === undefined ? ORDERS : [options.order];
  const manner = { told: options.order !== undefined, wordsLeft: WORDS_MOST };
  const found = settled(
    text,
    orders.map((order) => anyForm(plain, { ...manner, order }, as)),
  );
  if (found.kind === 'refused' && namesEra(plain)) {
    return refusedDate(text, 'the era has no such year, or its months were lunar', 'Write the western year.');
  }
  if (found.kind === 'refused' && /^\d{5}(?:\.\d+)?$/.test(plain)) {
    const mend = "Say that the column holds a spreadsheet's numbers for dates, or write the date itself.";
    return refusedDate(text, "it looks like a spreadsheet's number for a date", mend);
  }
  return found;
}

function endWord(plain: string): string | null {
  if (OPEN_END.test(plain)) return '..';
  return UNKNOWN.test(plain) ? 'unknown' : null;
}
