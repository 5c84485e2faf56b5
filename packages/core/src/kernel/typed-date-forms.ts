import { EdtfDate } from './dates.ts';
import { asked, type Found, type Manner, pointForm, sure } from './typed-date-points.ts';
import { spanForm, stretchIn, stretchOf } from './typed-date-spans.ts';

/** Which of a record's dates is read: a date, the start or the end of something. */
export type DateRole = 'date' | 'start' | 'end';

export const ONE_DAY = 86_400_000;

const APPROXIMATE =
  /^(?:about|around|approximately|approx\.?|circa|ca\.?|c\.?(?=[ \d])|roughly|some time in|[~≈]|約|およそ|大約|大概)\s*/;
const APPROXIMATE_BEHIND = /\s*(?:~|or so|頃|ごろ|ころ|左右|前後|\(?approx\.?\)?)$/;
const DOUBTFUL =
  /^(?:perhaps|probably|possibly|maybe|presumably|likely|おそらく|恐らく|たぶん|多分|可能|大概是|或許)\s*/;
const DOUBTFUL_BEHIND = /\s*(?:\?|\(\?\)|かもしれない)$/;

type Bound = 'before' | 'until' | 'since' | 'after';
const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:before|prior to|earlier than|pre-?|<)\s*/, 'before'],
  [/^(?:not? later than|until|till|up to|by|to|<=|≤|\.\.\s*\/?|~|-)\s*/, 'until'],
  [/^(?:not? (?:before|earlier than)|since|from|starting(?: in)?|as of|>=|≥)\s*/, 'since'],
  [/^(?:after|later than|post-?|>)\s*/, 'after'],
  [/\s*(?:より前|以前より|之前)$/, 'before'],
  [/\s*(?:以前|まで|迄|為止|止)$/, 'until'],
  [
    /\s*(?:以降|以来|以來|以後|から|より|起|開始|onwards?|or later|\+|[-~/] ?(?:present|now|today|current|date|ongoing|現在|今|至今|迄今)|至今|-)$/,
    'since',
  ],
  [/\s*(?:より後|之後)$/, 'after'],
];

const BETWEEN = /^(?:between|from)\s+(.+?)\s+(?:and|to|until|till|-)\s+(.+)$/;
const CJK_BETWEEN = /^(.+?)\s*(?:から|至|到|より)\s*(.+?)(?:まで|之間|迄)?$/;
function mapped(found: Found | null, change: (edtf: string) => string | null): Found | null {
  if (!found || !('edtf' in found)) return found;
  const edtf = found.edtf.flatMap((each) => change(each) ?? []);
  return edtf.length === 0 ? null : { edtf, asks: found.asks };
}

/** The qualifier on a date, on both ends of an interval, or on the bounds of a decade. */
function qualified(edtf: string, mark: '~' | '?' | '%'): string | null {
  if (edtf.includes('/')) {
    const parts = edtf.split('/').map((part) => (part === '..' ? part : (qualified(part, mark) ?? part)));
    return parts.join('/');
  }
  if (edtf.includes('X')) {
    const outcome = EdtfDate.parse(edtf);
    return outcome.ok
      ? `${outcome.value.earliest?.slice(0, 4)}${mark}/${outcome.value.latest?.slice(0, 4)}${mark}`
      : null;
  }
  const bare = edtf.replace(/[~?%]$/, '');
  return bare === edtf || edtf.endsWith(mark) ? bare + mark : `${bare}%`;
}

type Reader = (text: string) => Found | null;

function qualifiedForm(text: string, read: Reader): Found | null {
  for (const [words, mark] of [
    [DOUBTFUL, '?'],
    [DOUBTFUL_BEHIND, '?'],
    [APPROXIMATE, '~'],
    [APPROXIMATE_BEHIND, '~'],
  ] as const) {
    const rest = text.replace(words, '');
    if (rest === text || rest === '') continue;
    const found = mapped(read(rest), (edtf) => qualified(edtf, mark));
    if (found) return found;
  }
  return null;
}

const dayBeside = (day: string, step: 1 | -1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + step * ONE_DAY).toISOString().slice(0, 10);

/** The period beside a date, as coarse as the date: before 1990 comes 1989, after 2003-12 comes 2004-01. */
function beside(edtf: string, step: 1 | -1): string | null {
  const outcome = EdtfDate.parse(edtf);
  const day = outcome.ok ? (step < 0 ? outcome.value.earliest : outcome.value.latest) : null;
  return day === null
    ? null
    : dayBeside(day, step).slice(0, /^\d{4}-\d{2}/.exec(edtf) ? edtf.replace(/[~?%]$/, '').length : 4);
}

function boundedBy(edtf: string, bound: Bound, as: DateRole): string | null {
  if (edtf.includes('..')) return null;
  const [first = '', last = first] = edtf.split('/');
  const widest = (part: string, end: 'earliest' | 'latest'): string | null => {
    const outcome = part.includes('X') ? EdtfDate.parse(part) : null;
    return outcome?.ok ? (outcome.value[end]?.slice(0, 4) ?? null) : part;
  };
  if (bound === 'since') return as === 'start' ? edtf : `${widest(first, 'earliest')}/..`;
  if (bound === 'until') return as === 'end' ? edtf : `../${widest(last, 'latest')}`;
  const other = bound === 'before' ? beside(first, -1) : beside(last, 1);
  if (other === null) return null;
  return bound === 'before' ? `../${other}` : `${other}/..`;
}

function boundedForm(text: string, read: Reader, as: DateRole): Found | null {
  for (const [words, bound] of BOUNDS) {
    const rest = text.replace(words, '');
    if (rest === text || rest === '') continue;
    const found = mapped(read(rest), (edtf) => boundedBy(edtf, bound, as));
    if (found) return found;
  }
  return null;
}

function stretchForm(text: string, manner: Manner): Found | null {
  const part = stretchIn(text);
  if (!part) return null;
  const whole = spanForm(part.rest) ?? pointForm(part.rest, manner);
  return mapped(whole, (edtf) => stretchOf(edtf, part.stretch));
}

/** Texts for a first part that leaves to the second what both share: "April" of "April-June 2003", "22" of "22-24 April 2003". */
function completed(first: string, second: string): string[] {
  const year = /\d{4}/.exec(second)?.[0] ?? '';
  const month = /[a-z]{3,}/.exec(second)?.[0] ?? '';
  return [first, `${first} ${year}`, ...(month === '' ? [] : [`${first} ${month} ${year}`])];
}

/** The same for a second part: "2003年4月~6月", "Apr 22-24, 2003" keeps to the first. */
function continued(first: string, second: string): string[] {
  const isoYear = /^(\d{4})/.exec(first)?.[1];
  const month = /^(\d{1,2})月$/.exec(second)?.[1];
  const short = /^(\d{2})$/.exec(second)?.[1];
  const isYear = /^\d{4}$/.test(first);
  return [
    second,
    ...(isoYear !== undefined && month !== undefined ? [`${isoYear}-${month.padStart(2, '0')}`] : []),
    ...(isYear && short !== undefined && Number(first.slice(2)) < Number(short) ? [first.slice(0, 2) + short] : []),
  ];
}

function interval(first: string, second: string, manner: Manner): Found | null {
  const simple: Reader = (text) => stretchForm(text, manner) ?? spanForm(text) ?? pointForm(text, manner);
  const pointOrSpan = (texts: readonly string[]): Found | null => {
    for (const text of texts) {
      const found = simple(text) ?? qualifiedForm(text, simple);
      if (found && 'edtf' in found && !/^\d{1,2}$/.test(text)) return found;
    }
    return null;
  };
  const to = pointOrSpan(continued(first, second));
  const from = pointOrSpan(completed(first, second));
  if (!from || !to || !('edtf' in from) || !('edtf' in to)) return null;
  const bound = (edtf: string, end: 'first' | 'last'): string => {
    const part = (end === 'first' ? edtf.split('/')[0] : edtf.split('/').at(-1)) ?? edtf;
    const outcome = part.includes('X') ? EdtfDate.parse(part) : null;
    const day = outcome?.ok ? (end === 'first' ? outcome.value.earliest : outcome.value.latest) : null;
    return day?.slice(0, 4) ?? part;
  };
  const texts = from.edtf.flatMap((one) => to.edtf.map((other) => `${bound(one, 'first')}/${bound(other, 'last')}`));
  const sound = texts.filter((text) => EdtfDate.parse(text).ok);
  if (sound.length === 0) return { impossible: 'it ends before it begins', mend: 'Put the earlier date first.' };
  return from.asks || to.asks ? asked(...sound) : sure(sound[0] ?? '');
}

function intervalForm(text: string, manner: Manner): Found | null {
  const worded =
    BETWEEN.exec(text) ?? /^(.+?)\s+(?:to|until|till|through)\s+(.+)$/.exec(text) ?? CJK_BETWEEN.exec(text);
  if (worded) return interval(worded[1] ?? '', worded[2] ?? '', manner);
  let reason: Found | null = null;
  for (let at = text.search(/[-~/]/); at >= 0; at = nextMark(text, at)) {
    const found = interval(text.slice(0, at).trim(), text.slice(at + 1).trim(), manner);
    if (found && 'edtf' in found) return found;
    reason ??= found;
  }
  return reason;
}

function nextMark(text: string, at: number): number {
  const next = text.slice(at + 1).search(/[-~/]/);
  return next < 0 ? -1 : at + 1 + next;
}

/** Whatever single date, span or interval a plain text is; null when it is none. */
export function anyForm(text: string, manner: Manner, as: DateRole): Found | null {
  if (manner.wordsLeft < 0) return null;
  const known = EdtfDate.parse(text.replace(/x/g, 'X'));
  if (known.ok) return sure(known.value.text);
  const inner: Reader = (rest) => anyForm(rest, { ...manner, wordsLeft: manner.wordsLeft - 1 }, as);
  return (
    spanForm(text) ??
    pointForm(text, manner) ??
    stretchForm(text, manner) ??
    qualifiedForm(text, inner) ??
    intervalForm(text, manner) ??
    boundedForm(text, inner, as)
  );
}
