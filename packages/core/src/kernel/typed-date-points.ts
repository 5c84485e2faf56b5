import { EdtfDate } from './dates.ts';
import { monthName, monthNumber } from './typed-date-text.ts';

/** How the numbers of "03/04/2010" follow one another. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** What a text was read as: one or more EDTF texts, and whether the person must be asked; or why it cannot be. */
export type Found =
  | { readonly edtf: readonly string[]; readonly asks: boolean }
  | { readonly impossible: string; readonly mend: string };

/** The order to read in, whether a person told it, and how many words may still be taken off around the date. */
export type Manner = { readonly order: DateOrder; readonly told: boolean; readonly wordsLeft: number };

export const sure = (edtf: string): Found => ({ edtf: [edtf], asks: false });
export const asked = (...edtf: readonly string[]): Found => ({ edtf, asks: true });

const two = (number: number): string => String(number).padStart(2, '0');
const four = (number: number): string => String(number).padStart(4, '0');

/** Years in two figures: 50 to 99 are of the twentieth century, 00 to 49 of the twenty-first. */
const fullYear = (figures: string): number =>
  figures.length > 2 ? Number(figures) : Number(figures) + (Number(figures) < 50 ? 2000 : 1900);

type Parts = { readonly year: string; readonly month: number; readonly day: number | null };

function pointOf({ year, month, day }: Parts, told: boolean): Found {
  const western = fullYear(year);
  if (month < 1 || month > 12) {
    return { impossible: `there is no month ${month}`, mend: `Write the year alone: ${four(western)}.` };
  }
  const inMonth = `${four(western)}-${two(month)}`;
  if (day !== null) {
    const days = Number(lastDayOf(inMonth).slice(8));
    if (day < 1 || day > days) {
      const mend = `Write ${inMonth}-${two(days)} for its last day, or ${inMonth} for the month.`;
      return { impossible: `${monthName(month)} ${western} has ${days} days`, mend };
    }
  }
  const edtf = day === null ? inMonth : `${inMonth}-${two(day)}`;
  return year.length > 2 || told ? sure(edtf) : asked(edtf);
}

/** The last day of a month as `YYYY-MM-DD`. */
export function lastDayOf(month: string): string {
  const outcome = EdtfDate.parse(month);
  return outcome.ok && outcome.value.latest !== null ? outcome.value.latest : `${month}-28`;
}

const THREE_NUMBERS = /^(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{1,2})\.?$/;
const TWO_NUMBERS = /^(\d{1,4}) ?([./-]) ?(\d{1,4})$/;

function threeNumbers(
  [first, second, third]: readonly [string, string, string],
  { order, told }: Manner,
): Found | null {
  if (first.length === 4) {
    return third.length > 2 ? null : pointOf({ year: first, month: Number(second), day: Number(third) }, told);
  }
  if (first.length === 3) {
    const minguo = pointOf({ year: String(Number(first) + 1911), month: Number(second), day: Number(third) }, true);
    return third.length > 2 ? null : 'edtf' in minguo ? asked(...minguo.edtf) : minguo;
  }
  if (order === 'year-first') {
    return third.length === 4 || first.length < 2
      ? null
      : pointOf({ year: first, month: Number(second), day: Number(third) }, told);
  }
  if (third.length === 1) return null;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return pointOf({ year: third, month: Number(month), day: Number(day) }, told);
}

function twoNumbers(first: string, mark: string, second: string): Found | null {
  if (first.length === 4 && second.length <= 2) {
    const isMonth = Number(second) >= 1 && Number(second) <= 12;
    if (isMonth || mark !== '-' || second.length < 2) {
      return pointOf({ year: first, month: Number(second), day: null }, true);
    }
    const last = Number(first.slice(0, 2) + second);
    return asked(`${first}/${four(last > Number(first) ? last : last + 100)}`);
  }
  if (second.length === 4 && first.length <= 2) return pointOf({ year: second, month: Number(first), day: null }, true);
  return null;
}

function numbersAlone(text: string): Found | null {
  const eight = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (eight) return pointOf({ year: eight[1] ?? '', month: Number(eight[2]), day: Number(eight[3]) }, true);
  const six = /^((?:1[89]|20)\d{2})(0[1-9]|1[0-2])$/.exec(text);
  if (six) return asked(`${six[1]}-${six[2]}`);
  const short = /^'?(\d{2})$/.exec(text);
  return short ? asked(String(fullYear(short[1] ?? ''))) : null;
}

/** "92年4月" without its era: of the western count or of the Republic of China's. */
function yearOfNoEra(text: string): Found | null {
  const parts = /^(\d{2,3}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日號号])?)?$/.exec(text);
  if (!parts) return null;
  const [, year = '', month, day] = parts;
  const years = [...(year.length === 2 ? [fullYear(year)] : []), Number(year) + 1911];
  const texts = years.flatMap((each) => {
    const found: Found =
      month === undefined
        ? sure(four(each))
        : pointOf({ year: four(each), month: Number(month), day: day === undefined ? null : Number(day) }, true);
    return 'edtf' in found ? found.edtf : [];
  });
  return texts.length === 0 ? null : asked(...texts);
}

/** One month in words and one or two numbers, in any order and with any marks between: "April 22, 2003", "22-Apr-03". */
function namedMonth(text: string, { order, told }: Manner): Found | null {
  const tokens = text.replace(/(\d)(?:st|nd|rd|th)\b/g, '$1').match(/[a-z]+|'?\d+/g) ?? [];
  if (/[^\sa-z\d,./'-]/.test(text)) return null;
  const words = tokens.filter((token) => /^[a-z]/.test(token) && !['of', 'the', 'in', 'on'].includes(token));
  const numbers = tokens.filter((token) => /\d/.test(token)).map((token) => token.replace("'", ''));
  const month = words.length === 1 ? monthNumber(words[0] ?? '') : null;
  const [one = '', other] = numbers;
  if (month === null || numbers.length < 1 || numbers.length > 2 || numbers.some((each) => each.length > 4))
    return null;
  if (other === undefined) {
    if (one.length === 4 || one.length === 2) return pointOf({ year: one, month, day: null }, told);
    return { impossible: 'the year is missing', mend: 'Add the year.' };
  }
  const [year, day] = one.length === 4 || (other.length < 3 && order === 'year-first') ? [one, other] : [other, one];
  if (year.length !== 4 && year.length !== 2) return null;
  if (day.length > 2) return null;
  return pointOf({ year, month, day: Number(day) }, told);
}

/** A single year, month or day as numbers and names of months give it; null when the text is no such thing. */
export function pointForm(text: string, manner: Manner): Found | null {
  if (/^\d{4}$/.test(text)) return text === '0000' ? null : sure(text);
  const three = THREE_NUMBERS.exec(text);
  if (three) return threeNumbers([three[1] ?? '', three[3] ?? '', three[4] ?? ''], manner);
  const pair = TWO_NUMBERS.exec(text);
  if (pair) return twoNumbers(pair[1] ?? '', pair[2] ?? '', pair[3] ?? '');
  return numbersAlone(text) ?? yearOfNoEra(text) ?? namedMonth(text, manner);
}
