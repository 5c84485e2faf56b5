import { asked, type Found, lastDayOf, sure } from './typed-date-points.ts';

type Span = (year: number) => Found;

const months = (from: number, to: number): Span => {
  const two = (month: number): string => String(month).padStart(2, '0');
  return (year) => sure(`${year}-${two(from)}/${year}-${two(to)}`);
};
const winter: Span = (year) => asked(`${year - 1}-12/${year}-02`, `${year}-12/${year + 1}-02`);
/** A fiscal year by its number: as the calendar year, from April as in Japan, or begun in October before. */
const fiscal: Span = (year) => asked(String(year), `${year}-04/${year + 1}-03`, `${year - 1}-10/${year}-09`);

/** Parts of a year by their words before or behind its number; seasons are those of the northern half of the earth. */
const PARTS_OF_YEAR: readonly (readonly [RegExp, Span])[] = [
  [/^(?:spring|春季?)$/, months(3, 5)],
  [/^(?:summer|夏季?)$/, months(6, 8)],
  [/^(?:autumn|fall|秋季?)$/, months(9, 11)],
  [/^(?:winter|冬季?)$/, winter],
  [/^(?:q1|1q|(?:first|1st) quarter|第?1四半期|第?1季度?)$/, months(1, 3)],
  [/^(?:q2|2q|(?:second|2nd) quarter|第?2四半期|第?2季度?)$/, months(4, 6)],
  [/^(?:q3|3q|(?:third|3rd) quarter|第?3四半期|第?3季度?)$/, months(7, 9)],
  [/^(?:q4|4q|(?:fourth|4th|last) quarter|第?4四半期|第?4季度?)$/, months(10, 12)],
  [/^(?:h1|1h|first half|前半|上半期|上半年|上期)$/, months(1, 6)],
  [/^(?:h2|2h|second half|後半|下半期|下半年|下期)$/, months(7, 12)],
  [/^(?:fy|fiscal(?: year)?|年度|会計年度|會計年度)$/, fiscal],
];

function partOfYear(text: string): Found | null {
  const parts =
    /^(?<part>\D*?\d?\D*?) ?(?:of )?(?<year>\d{4})$/.exec(text)?.groups ??
    /^(?<year>\d{4}) ?-?(?<part>\D*\d?\D*)$/.exec(text)?.groups;
  const { part = '', year = '' } = parts ?? {};
  const wanted = part
    .replace(/[,.]/g, '')
    .replace(/^the /, '')
    .replace(/^年(?!度)/, '')
    .trim();
  const found = PARTS_OF_YEAR.find(([words]) => words.test(wanted));
  return found ? found[1](Number(year)) : null;
}

/** The season codes of EDTF, which the register keeps as months. */
function seasonCode(text: string): Found | null {
  const code = /^(\d{4})-2([1-4])$/.exec(text);
  const found = PARTS_OF_YEAR[Number(code?.[2]) - 1];
  return code && found ? found[1](Number(code[1])) : null;
}

function decade(text: string): Found | null {
  const full = /^(?:the )?(\d{3})0(?:'?s|年代)$/.exec(text)?.[1];
  if (full !== undefined) return full.endsWith('0') ? asked(`${full}X`, `${full.slice(0, 2)}XX`) : sure(`${full}X`);
  const short = /^(?:the )?'?([0-9])0(?:'?s|年代)$/.exec(text)?.[1];
  if (short !== undefined) return asked(`${Number(short) < 5 ? '20' : '19'}${short}X`);
  const century = /^(?:the )?(\d{1,2}) ?(?:(?:st|nd|rd|th) century|世[紀纪])$/.exec(text)?.[1];
  const hundreds = String(Number(century) - 1).padStart(2, '0');
  return century === undefined || Number(century) < 2 ? null : sure(`${hundreds}XX`);
}

/** A quarter, season, half or decade; null when the text is none. */
export const spanForm = (text: string): Found | null => partOfYear(text) ?? seasonCode(text) ?? decade(text);

type Stretch = 'start' | 'early' | 'middle' | 'late' | 'end' | 'first half' | 'second half';
const BEFORE: readonly (readonly [RegExp, Stretch])[] = [
  [/^(?:the )?(?:beginning|start) of (?:the )?/, 'start'],
  [/^early(?: in)?[ -](?:the )?/, 'early'],
  [/^(?:mid|middle of)[ -]?(?:the )?/, 'middle'],
  [/^late(?: in)?[ -](?:the )?/, 'late'],
  [/^(?:the )?end of (?:the )?/, 'end'],
  [/^(?:the )?first half of (?:the )?/, 'first half'],
  [/^(?:the )?second half of (?:the )?/, 'second half'],
];
const BEHIND: readonly (readonly [RegExp, Stretch])[] = [
  [/前半$/, 'first half'],
  [/後半$/, 'second half'],
  [/ ?年?(?:初頭|初期|上旬|早期)$/, 'early'],
  [/ ?年?(?:初め|はじめ|初)$/, 'start'],
  [/ ?年?(?:中頃|半ば|なかば|中旬|中期|中葉)$/, 'middle'],
  [/ ?年?(?:後期|下旬|晚期|終わり頃)$/, 'late'],
  [/ ?年?(?:末|底|終わり)$/, 'end'],
];

/** Words for a stretch of what follows or stands before, taken off: "late 1990s" is late in "1990s". */
export function stretchIn(text: string): { readonly stretch: Stretch; readonly rest: string } | null {
  for (const [words, stretch] of [...BEFORE, ...BEHIND]) {
    if (words.test(text)) return { stretch, rest: text.replace(words, '') };
  }
  return null;
}

/**
 * A stretch of a decade, year or month. Where sources are vague the inner bounds are approximate and the outer ones
 * firm: late in 199X is 1997~/1999.
 */
export function stretchOf(whole: string, stretch: Stretch): string | null {
  const decade = /^(\d{3})X$/.exec(whole)?.[1];
  if (stretch === 'first half') return decade === undefined ? null : `${decade}0/${decade}4`;
  if (stretch === 'second half') return decade === undefined ? null : `${decade}5/${decade}9`;
  if (decade !== undefined) return within(decade, ['0', '3', '4', '6', '7', '9'], stretch);
  if (/^\d{4}$/.test(whole)) return within(`${whole}-`, ['01', '04', '05', '08', '09', '12'], stretch);
  if (!/^\d{4}-\d{2}$/.test(whole)) return null;
  return within(`${whole}-`, ['01', '10', '11', '20', '21', lastDayOf(whole).slice(8)], stretch);
}

function within(
  lead: string,
  marks: readonly string[],
  stretch: Exclude<Stretch, 'first half' | 'second half'>,
): string {
  const [first, early, middle, later, late, last] = marks.map((mark) => lead + mark);
  if (stretch === 'start') return `${first}~`;
  if (stretch === 'end') return `${last}~`;
  if (stretch === 'early') return `${first}/${early}~`;
  return stretch === 'middle' ? `${middle}~/${later}~` : `${late}~/${last}`;
}
