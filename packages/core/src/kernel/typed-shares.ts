import { Decimal } from 'decimal.js';
import type { Problem } from './outcome.ts';
import { Share } from './shares.ts';
import { plainNumberText, readTypedNumber, type TypedBound, withoutBound } from './typed-numbers.ts';

/**
 * What a person typed for a share: one percentage with its bound (`each` when it is every partner's); several in one
 * cell; to be asked; or refused.
 */
export type TypedShare =
  | { readonly kind: 'share'; readonly share: Share; readonly bound: TypedBound; readonly each: boolean }
  | { readonly kind: 'shares'; readonly shares: readonly Share[] }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem };

const SIGN = /\s*(?:%|per ?cent|pct\.?|p\.?c\.?|パーセント|百分比|趴)(?=$|[\s:;,/&+|-])/g;
const EACH = /^(?:each|各々?|均為)\s*|\s*(?:each|ずつ)$/;
const HALVES = /^(?:equal(?: shares| split| partners)?|fifty-fifty|half and half|折半|半々|各半|均分|對半)$/;
const WORDS: Readonly<Record<string, string>> = {
  half: '50',
  'one half': '50',
  半分: '50',
  'a quarter': '25',
  quarter: '25',
  'one quarter': '25',
  'three quarters': '75',
  all: '100',
  全額: '100',
  'wholly owned': '100',
  'wholly-owned': '100',
  全資: '100',
  完全子会社: '100',
};
const VAGUE = /majority|minority|controlling|controls?\b|過半|少数|少數|多數|控股|支配|大部分|一部/;

const refusal = (text: string, message: string, fix: string, code = 'share-malformed'): TypedShare => ({
  kind: 'refused',
  problem: { code, message: `"${text.trim().slice(0, 40)}" ${message}`, fix, pointer: '/share' },
});
const unreadable = (text: string): TypedShare =>
  refusal(
    text,
    'is no percentage',
    'Give a percentage from 0 to 100 in figures, for example 12.5, "25 percent", "1/3" or "> 91 %".',
  );

const KANJI = '〇一二三四五六七八九十';
const kanji = (text: string): number => {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (part: string): number => (part === '' ? 0 : Math.max(0, KANJI.indexOf(part)));
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones);
};

/** Fractions are rounded down at the last decimal that a share keeps, so that parts never exceed the whole. */
const percentOf = (part: number, whole: number): string =>
  new Decimal(part).times(100).dividedBy(whole).toDecimalPlaces(10, Decimal.ROUND_DOWN).toFixed();

/** Words and fractions for parts of a whole, as percentages. */
function wordedPercent(text: string): string | null {
  const known = WORDS[text.replace(/^(?:a |one )?(?=half$)/, '')] ?? WORDS[text];
  if (known !== undefined) return known;
  const fraction = /^(\d{1,3}) ?\/ ?(\d{1,3})$/.exec(text);
  if (fraction && Number(fraction[2]) > 0) return percentOf(Number(fraction[1]), Number(fraction[2]));
  const thirds = /^(one|a|two|1|2)[ -]thirds?$/.exec(text)?.[1];
  if (thirds !== undefined) return percentOf(thirds === 'two' || thirds === '2' ? 2 : 1, 3);
  const wari = /^(\d{1,2}|[一二三四五六七八九十]+)[割成](?:(\d|[一二三四五六七八九])分?)?$/.exec(text);
  if (wari) {
    const count = (part: string): number => (/\d/.test(part) ? Number(part) : kanji(part));
    return String(count(wari[1] ?? '') * 10 + (wari[2] === undefined ? 0 : count(wari[2])));
  }
  const hundredths = /^百分之([〇一二三四五六七八九十]{1,3}|\d{1,3})$/.exec(text)?.[1];
  if (hundredths !== undefined) return /\d/.test(hundredths) ? hundredths : String(kanji(hundredths));
  const parts = /^(\d+|[一二三四五六七八九十])分[之の](\d+|[一二三四五六七八九十])$/.exec(text);
  if (!parts) return null;
  const [whole = 0, part = 0] = parts.slice(1).map((each) => (/\d/.test(each) ? Number(each) : kanji(each)));
  return whole === 0 ? null : percentOf(part, whole);
}

function oneShare(text: string, plain: string): TypedShare {
  const each = EACH.test(plain);
  const { rest, bound } = withoutBound(plain.replace(EACH, ''));
  const signed = SIGN.test(rest);
  SIGN.lastIndex = 0;
  const bare = rest.replace(SIGN, '').trim();
  const worded = wordedPercent(bare);
  const figures = worded ?? decimalText(bare);
  if (figures === null) return unreadable(text);
  if (worded === null && !signed && /^0\.\d/.test(figures)) {
    return { kind: 'choices', choices: [new Decimal(figures).times(100).toFixed(), figures] };
  }
  const share = Share.parse(figures);
  return share.ok
    ? { kind: 'share', share: share.value, bound, each }
    : { kind: 'refused', problem: share.problems[0] ?? { code: 'share-malformed', message: '', fix: '' } };
}

/** Decimal text of bare figures: "33,3" has no thousands to separate, so its comma is a decimal one. */
function decimalText(bare: string): string | null {
  if (/^\d{1,3},\d{1,2}$/.test(bare)) return bare.replace(',', '.');
  const read = readTypedNumber(bare);
  return read.kind === 'number' && read.unit === null ? read.number : null;
}

const MARKS = /\s*[:;|&+]\s*|\s+(?:and|to|vs\.?)\s+|\s*[/対對]\s*|\s*-\s*|,\s+|\s+/;

/** Several shares in one cell: parts between marks that are all percentages and do not exceed the whole; null when it is one. */
function severalShares(plain: string): TypedShare | null {
  const parts = plain
    .replace(SIGN, '')
    .split(MARKS)
    .map((part) => part.trim());
  SIGN.lastIndex = 0;
  if (parts.length < 2 || parts.some((part) => !/^\d{1,3}(?:\.\d{1,10})?$/.test(part))) return null;
  const shares = parts.flatMap((part) => {
    const share = Share.parse(part);
    return share.ok ? [share.value] : [];
  });
  if (shares.length < parts.length) return null;
  const sum = Share.sum(shares);
  if (/^\d+ ?\/ ?\d+$/.test(plain) && sum !== '100') return null;
  if (parts.length === 2 && sum !== '100' && /\d\s*%?\s*(?:-|to)\s*\d/.test(plain)) {
    return refusal(plain, 'is a range', 'Give one figure, or leave the share empty: unknown is not zero.');
  }
  return Share.exceedsWhole(sum)
    ? refusal(plain, `adds up to ${sum} %`, 'Correct the shares: together they are at most 100 %.', 'shares-over-100')
    : { kind: 'shares', shares };
}

/**
 * Reads a share as people type it: "25 percent", "２５％", "1/3", "> 91 %", "50%:50%" (several). Words without a figure
 * are refused, and a bare "0.5" is asked: half a per cent, or half?
 * @example readTypedShare('> 91 %') // => { kind: 'share', share: '91', bound: '>', each: false }
 * @example readTypedShare('51/49') // => { kind: 'shares', shares: ['51', '49'] }
 */
export function readTypedShare(text: string): TypedShare {
  const plain = plainNumberText(text);
  if (plain === '') return unreadable(text);
  if (HALVES.test(plain)) return { kind: 'share', share: '50' as Share, bound: '=', each: true };
  const several = severalShares(plain);
  if (several) return several;
  const one = oneShare(text, plain);
  return one.kind === 'refused' && one.problem.code === 'share-malformed' && VAGUE.test(plain)
    ? refusal(text, 'states no figure', 'Give the percentage, or leave the share empty: unknown is not zero.')
    : one;
}
