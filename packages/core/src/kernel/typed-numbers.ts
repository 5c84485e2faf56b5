import { Decimal } from 'decimal.js';
import type { Problem } from './outcome.ts';

/** How a typed figure bounds what it stands for, as the bounds of measures do; "at least" is kept as `>`, "at most" as `<`. */
export type TypedBound = '=' | '>' | '>=' | '<' | '<=' | 'about' | 'nearly';

/** How a typed figure is meant, beside the figure itself. */
type Meant = {
  readonly bound: TypedBound;
  /** The currency or the unit word; a scale (million, 億) is no part of it. */
  readonly unit: string | null;
  /** Whether the text itself says that the figure is exact, as `= 7` does. */
  readonly said: 'exact' | null;
  /** Whether the figure was multiplied by a scale that stood behind it. */
  readonly multiplied: boolean;
};

/** What a person typed for a number: exact decimal text, multiplied out, with how it is meant; to be asked; or refused. */
export type TypedNumber =
  | (Meant & { readonly kind: 'number'; readonly number: string })
  | (Meant & { readonly kind: 'choices'; readonly choices: readonly string[] })
  | { readonly kind: 'refused'; readonly problem: Problem };

const EXACT = /^(?:=(?!=)|exactly|ちょうど|正好)\s*/;

const BOUNDS: readonly (readonly [RegExp, TypedBound])[] = [
  [/^(?:>=|≥|≧|at least|no less than|upwards of|至少|最少)\s*/, '>='],
  [/^(?:<=|≤|≦|at most|up to|no more than|至多|最多)\s*/, '<='],
  [/^(?:>|over|more than|above|exceeding|greater than|超過?|逾)\s*/, '>'],
  [/^(?:<|under|less than|below|fewer than|不到|未滿)\s*/, '<'],
  [/^(?:about|around|approximately|approx\.?|circa|ca\.?|c\.|roughly|some|~|≈|±|約|およそ|大約|大概)\s*/, 'about'],
  [/^(?:nearly|almost|close to|just under|ほぼ|將近|近)\s*/, 'nearly'],
];
const BOUNDS_BEHIND: readonly (readonly [RegExp, TypedBound])[] = [
  [/\s*(?:以上|or more|\+|plus)$/, '>='],
  [/\s*(?:以下|以內|以内|or less|or fewer)$/, '<='],
  [/\s*(?:超|強|多)$/, '>'],
  [/\s*(?:未満|未滿)$/, '<'],
  [/\s*(?:程度|前後|左右|ほど|くらい|or so)$/, 'about'],
  [/\s*弱$/, 'nearly'],
];

/** A text without the words that bound it, and the bound; null bound when there are none. */
export function withoutBound(text: string): { readonly rest: string; readonly bound: TypedBound } {
  if (EXACT.test(text)) return { rest: text.replace(EXACT, ''), bound: '=' };
  for (const [words, bound] of [...BOUNDS, ...BOUNDS_BEHIND]) {
    if (words.test(text)) return { rest: text.replace(words, ''), bound };
  }
  return { rest: text, bound: '=' };
}

/** Half width, lower case, plain signs and single spaces. */
export const plainNumberText = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const SCALES: Readonly<Record<string, number>> = {
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  m: 6,
  billion: 9,
  bn: 9,
  b: 9,
  trillion: 12,
  tn: 12,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  百萬: 6,
  億: 8,
  亿: 8,
  兆: 12,
};
const SCALE =
  '(?:(?:(?:thousand|million|billion|trillion)s?|mio|mn|mm|bn|tn|[kmb])(?![a-z\\d])|百[万萬]|[百千万萬億亿兆])';
const FIGURES = "\\d(?:[\\d.,' ]*\\d)?(?:e[+]?\\d{1,2}(?![a-z\\d]))?";
const MONEY = '(?:us\\$|nt\\$|hk\\$|a\\$|c\\$|s\\$|[$€£¥₩]|usd|eur|jpy|gbp|cny|rmb|twd|krw)';
const WHOLE = new RegExp(
  `^(?<sign>[-+△▲(])? ?(?<money>${MONEY})? ?(?<figures>${FIGURES}) ?(?<scale>${SCALE})?(?<more>(?: ?${FIGURES} ?[百千万萬億亿])*) ?(?<unit>(?:[^\\d]|(?<=[a-z])[23](?!\\d)){0,40}?)\\)?$`,
);

/** The figures as decimal texts: one where the separators are clear, two where a comma or point may be either. */
function figuresOf(figures: string): readonly string[] | null {
  if (/^\d+(?:\.\d+)?$/.test(figures)) return [figures];
  if (/^\d+(?:\.\d+)?e\+?\d+$/.test(figures)) return [new Decimal(figures).toFixed()];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(figures)) return [figures.replace(/,/g, '')];
  if (/^\d{1,3}(?:[' ]\d{3})+(?:\.\d+)?$/.test(figures)) return [figures.replace(/[' ]/g, '')];
  // From here on another country's separators, or a slip of the hand.
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(figures)) return [figures.replace(/\./g, '').replace(',', '.'), ''];
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(figures)) return [figures.replace(/\./g, ''), ''];
  if (/^\d{1,4}(?:,\d{4})+$/.test(figures)) return [figures.replace(/,/g, ''), ''];
  if (/^\d{1,3}(?: \d{3})*,\d+$/.test(figures))
    return [figures.replace(/ /g, '').replace(',', '.'), figures.replace(/[ ,]/g, '')];
  return null;
}

const scaled = (figures: string, scale: string | undefined): Decimal =>
  new Decimal(figures).times(new Decimal(10).pow(SCALES[scale?.trim().replace(/s$/, '') ?? ''] ?? 0));

/** "6億5000万": each part with its scale, largest first. */
function withMore(lead: Decimal, more: string): Decimal | null {
  let sum = lead;
  let last: Decimal | null = null;
  for (const part of more.matchAll(new RegExp(`(?<figures>${FIGURES}) ?(?<scale>[百千万萬億亿])`, 'g'))) {
    const figures = figuresOf(part.groups?.['figures'] ?? '')?.[0];
    if (figures === undefined) return null;
    const value = scaled(figures, part.groups?.['scale']);
    if (value.greaterThanOrEqualTo(last ?? lead)) return null;
    sum = sum.plus(value);
    last = value;
  }
  return sum;
}

function refusedNumber(text: string): TypedNumber {
  const problem: Problem = {
    code: 'number-malformed',
    message: `"${text.trim().slice(0, 40)}" is no number`,
    fix: 'Give figures, for example 1450, 167.9, "> 27,000", "about 1,200" or "2.2 million".',
  };
  return { kind: 'refused', problem };
}

const MOST_DIGITS = 20;
const MOST_DECIMALS = 10;

/** "12.50" says more than "12.5": decimals stay as they were typed. */
const decimalsIn = (figures: string): number => Math.min(/\.(\d+)$/.exec(figures)?.[1]?.length ?? 0, MOST_DECIMALS);

const isKept = (number: Decimal): boolean =>
  number.decimalPlaces() <= MOST_DECIMALS && number.abs().lessThan(new Decimal(10).pow(MOST_DIGITS));

/**
 * Reads a number as people type it, in English, Japanese or Chinese: separators, bounds, scales and a unit.
 * A scale is multiplied out, whether a form or an imported table asks: "120 million USD" is 120000000 of the unit USD.
 * @example readTypedNumber('約1,200人') // => { kind: 'number', number: '1200', bound: 'about', unit: '人', said: null, multiplied: false }
 * @example readTypedNumber('1,45') // => { kind: 'choices', choices: ['1.45', '145'], bound: '=', unit: null, said: null, multiplied: false }
 */
export function readTypedNumber(text: string): TypedNumber {
  const plain = plainNumberText(text);
  const { rest, bound } = withoutBound(plain);
  const parts = WHOLE.exec(rest)?.groups;
  const figures = figuresOf((parts?.['figures'] ?? '').trim());
  if (!parts || figures === null || (parts['sign'] === '(') !== rest.endsWith(')')) return refusedNumber(text);
  const multiplied = (parts['scale'] ?? '') !== '' || (parts['more'] ?? '') !== '';
  const values = figures.flatMap((each) => {
    const value = each === '' ? null : withMore(scaled(each, parts['scale']), parts['more'] ?? '');
    const signed = value && ['-', '△', '▲', '('].includes(parts['sign'] ?? '') ? value.negated() : value;
    return signed && isKept(signed) ? [multiplied ? signed.toFixed() : signed.toFixed(decimalsIn(each))] : [];
  });
  const [only] = values;
  if (only === undefined) return refusedNumber(text);
  const unit = (parts['money'] ?? parts['unit'] ?? '').trim();
  if (/^[.,]/.test(unit)) return refusedNumber(text);
  const meant: Meant = {
    bound,
    unit: unit === '' ? null : unitAsTyped(text, unit),
    said: EXACT.test(plain) ? 'exact' : null,
    multiplied,
  };
  return figures.length > 1
    ? { kind: 'choices', choices: [...new Set(values)], ...meant }
    : { kind: 'number', number: only, ...meant };
}

/** The unit in the letters it was typed in. */
function unitAsTyped(text: string, unit: string): string {
  const typed = text.normalize('NFKC');
  const at = typed.toLowerCase().lastIndexOf(unit);
  return at < 0 ? unit : typed.slice(at, at + unit.length);
}
