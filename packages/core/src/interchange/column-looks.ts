import { type DateOrder, readTypedDate, readTypedShare } from '../kernel/index.ts';
import { ALLIANCE_FORMS } from '../register/index.ts';
import { countryCode } from './countries.ts';
import { hasPeriod } from './mapped-cells.ts';
import { termMeant } from './term-words.ts';

const ENOUGH = 0.8;

const shareOf = (texts: readonly string[], holds: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;

const isDate = (text: string): boolean => readTypedDate(text).kind !== 'refused';
const hasPercent = (text: string): boolean => /[%％]|per ?cent/i.test(text) && readTypedShare(text).kind !== 'refused';
const hasSeveralShares = (text: string): boolean => readTypedShare(text).kind === 'shares';
const COMPANY =
  /(?:\b(?:inc|corp|co|ltd|llc|gmbh|ag|s\.?a|n\.?v|plc|pty|bhd|kk|k\.k|group|holdings?|company|corporation)\b\.?)|株式会社|（株）|\(株\)|有限公司|股份|公司|集團|會社|工業|製作所/i;

export type Look = { readonly target: string; readonly confidence: number; readonly reason: string };

/** What a column's values look like, when its heading says nothing; null when they look like nothing known. */
export function lookOf(texts: readonly string[]): Look | null {
  if (texts.length === 0) return null;
  const looks: readonly (readonly [string, (text: string) => boolean, string])[] = [
    ['lei', (text) => /^[A-Z0-9]{18}\d{2}$/.test(text), 'the values are LEIs'],
    ['shares', hasSeveralShares, 'the values are several shares each'],
    ['share', hasPercent, 'the values are percentages'],
    ['form', (text) => termMeant('forms', text, ALLIANCE_FORMS) !== null, 'the values are forms of alliance'],
    ['country', (text) => countryCode(text) !== null, 'the values are countries'],
    ['start', (text) => isDate(text) && /\d{4}|年/.test(text), 'the values are dates'],
    ['member', (text) => COMPANY.test(text), 'the values are names of firms'],
  ];
  for (const [target, holds, reason] of looks) {
    const part = shareOf(texts, holds);
    if (part >= ENOUGH) return { target, confidence: Math.round(part * 60) / 100, reason };
  }
  return null;
}

/** Whether a column's texts have periods in brackets behind them: "JV (2003-2010)". */
export const holdsPeriods = (texts: readonly string[]): boolean => shareOf(texts, hasPeriod) >= 0.5;

/** Whether a column of shares holds several in a cell. */
export const holdsSeveralShares = (texts: readonly string[]): boolean => shareOf(texts, hasSeveralShares) >= 0.3;

/** Whether a column of dates holds a spreadsheet's numbers for them. */
export const holdsSerials = (texts: readonly string[]): boolean =>
  shareOf(texts, (text) => /^\d{5}(?:\.\d+)?$/.test(text)) >= 0.5;

/** What a column of dates says of the order of their numbers: a text that leaves it open, and orders that others settle. */
export function orderTold(texts: readonly string[]): {
  readonly open: string | null;
  readonly orders: readonly DateOrder[];
  readonly settled: readonly DateOrder[];
} {
  let open: string | null = null;
  const settled = new Set<DateOrder>();
  const possible = new Set<DateOrder>();
  const ORDERS: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];
  for (const text of texts.filter((each) => /\d\s*[./-]\s*\d+\s*[./-]\s*\d/.test(each.normalize('NFKC')))) {
    const reading = ORDERS.filter((order) => readTypedDate(text, { order }).kind === 'date');
    const values = new Set(reading.map((order) => JSON.stringify(readTypedDate(text, { order }))));
    if (values.size > 1) {
      open ??= text;
      for (const order of reading) possible.add(order);
    } else if (reading.length === 1 && reading[0]) settled.add(reading[0]);
  }
  return { open, orders: ORDERS.filter((order) => possible.has(order)), settled: [...settled] };
}
