/** Months by their English names, from the first three letters on. */
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?=\S)/;
const TIME = /(?<=\d)(?:t|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|[ap]m|[+-]\d{2}:?\d{2})?$/;

/** The number of a month by its English name or an abbreviation of at least three letters; null for any other word. */
export function monthNumber(word: string): number | null {
  if (word.length < 3) return null;
  const index = MONTHS.findIndex((month) => month.startsWith(word === 'sept' ? 'sep' : word));
  return index < 0 ? null : index + 1;
}

export const monthName = (month: number): string => {
  const name = MONTHS[month - 1] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};

/**
 * First years of the calendars that count from an event, by the words and letters that name them, and the last where one
 * ended. Japan's months were lunar before 1873; years before are left unread.
 */
const ERAS: readonly { readonly name: RegExp; readonly first: number; readonly last: number | null }[] = [
  { name: /^(?:明治|m)$/, first: 1868, last: 1912 },
  { name: /^(?:大正|t)$/, first: 1912, last: 1926 },
  { name: /^(?:昭和|s)$/, first: 1926, last: 1989 },
  { name: /^(?:平成|h)$/, first: 1989, last: 2019 },
  { name: /^(?:令和|r)$/, first: 2019, last: null },
  { name: /^(?:(?:中華)?民[國国]?)$/, first: 1912, last: null },
];
const SOLAR_SINCE = 1873;
const ERA_YEAR =
  /(明治|大正|昭和|平成|令和|(?:中華)?民[國国]|民(?=\d)|(?<![a-z])[mtshr](?=\d))\s*(元|\d{1,3})(?=年|[./-]\d)/g;

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_NUMBER = /[〇零一二三四五六七八九十百]+(?=年|月|日|號|号|季|四半期)/g;

/** "二〇〇三" digit by digit, "十五" and "九十二" by tens. */
function kanjiNumber(text: string): string {
  const digit = (character: string): number => Math.max(0, KANJI_DIGITS.indexOf(character.replace('零', '〇')));
  if (!/[十百]/.test(text)) return Array.from(text, digit).join('');
  let sum = 0;
  let pending: number | null = null;
  for (const character of text) {
    if (character === '十' || character === '百') {
      sum += (pending ?? 1) * (character === '十' ? 10 : 100);
      pending = null;
    } else pending = digit(character);
  }
  return String(sum + (pending ?? 0));
}

function westernYear(match: string, era: string, count: string): string {
  const found = ERAS.find((each) => each.name.test(era));
  const year = (found?.first ?? 0) + (count === '元' ? 1 : Number(count)) - 1;
  const isWithin = found !== undefined && count !== '0' && year >= SOLAR_SINCE && year <= (found.last ?? year);
  return isWithin ? String(year) : match;
}

const padded = (number: string): string => number.padStart(2, '0');

/**
 * A typed date in one manner of writing: half width, lower case, plain hyphens and spaces, without weekday and time of
 * day, years of eras in the western count, dates in Chinese characters as `2003-04-22`.
 */
export function plainDateText(text: string): string {
  return text
    .replace(/[～〜]/g, ' - ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .replace(/∼/g, '~')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[([【「](.*)[)\]】」]$/, '$1')
    .replace(/^(?:(?:in|on|during) )?(?:the )?(?=\S)/, '')
    .replace(WEEKDAY, '')
    .replace(TIME, '')
    .replace(KANJI_NUMBER, kanjiNumber)
    .replace(/^(?:西暦|西元|公元|ad\s)\s*(?=\d)/, '')
    .replace(ERA_YEAR, westernYear)
    .replace(
      /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日號号]/g,
      (_, year: string, month: string, day: string) => `${year}-${padded(month)}-${padded(day)}`,
    )
    .replace(/(\d{4})\s*年\s*(\d{1,2})\s*月(?:份)?/g, (_, year: string, month: string) => `${year}-${padded(month)}`)
    .replace(/(\d{4})\s*年(?![代度])/g, '$1')
    .trim();
}

/** Whether a text still names an era after its years were rewritten: the era has no such year. */
export const namesEra = (plain: string): boolean => /明治|大正|昭和|平成|令和|民[國国]/.test(plain);
