/** An exact fraction in lowest terms; the denominator is positive. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

const divisor = (one: bigint, other: bigint): bigint => {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
};

function of(over: bigint, under = 1n): Fraction {
  const sign = under < 0n ? -1n : 1n;
  const common = divisor(over, under);
  return { over: (sign * over) / common, under: (sign * under) / common };
}

const TEXT = /^(-?)(\d{1,30})(?:\.(\d{1,20})|\/(\d{1,20}))?$/;

/** Reads `0.5`, `12` or `1/3`; null for anything else, and for nothing below the line. */
function parse(text: string): Fraction | null {
  const read = TEXT.exec(text);
  if (read === null) return null;
  const [, sign = '', whole = '0', decimals, under] = read;
  if (under !== undefined && BigInt(under) === 0n) return null;
  const over = BigInt(`${sign}${whole}${decimals ?? ''}`);
  return of(over, under === undefined ? 10n ** BigInt(decimals?.length ?? 0) : BigInt(under));
}

const plus = (one: Fraction, other: Fraction): Fraction =>
  of(one.over * other.under + other.over * one.under, one.under * other.under);
const times = (one: Fraction, other: Fraction): Fraction => of(one.over * other.over, one.under * other.under);
const minus = (one: Fraction, other: Fraction): Fraction => plus(one, of(-other.over, other.under));
const compare = (one: Fraction, other: Fraction): number => {
  const difference = one.over * other.under - other.over * one.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
const size = (one: Fraction): Fraction => (one.over < 0n ? of(-one.over, one.under) : one);

/** As decimal text with at most `decimals` places, half away from zero; no trailing zeros. */
function decimal(value: Fraction, decimals = 10): string {
  const scale = 10n ** BigInt(decimals);
  const magnitude = (2n * size(value).over * scale + value.under) / (2n * value.under);
  const digits = magnitude.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  const text = rest === '' ? whole : `${whole}.${rest}`;
  return value.over < 0n && magnitude !== 0n ? `-${text}` : text;
}

/**
 * Exact arithmetic on fractions, for weights such as a third that no decimal holds.
 * @example Fraction.decimal(Fraction.sum([Fraction.of(1n, 3n), Fraction.of(1n, 6n)])) // => '0.5'
 */
export const Fraction = Object.freeze({
  of,
  parse,
  plus,
  minus,
  times,
  compare,
  size,
  decimal,
  zero: of(0n),
  sum: (values: readonly Fraction[]): Fraction => values.reduce(plus, of(0n)),
  equal: (one: Fraction, other: Fraction): boolean => compare(one, other) === 0,
  /** `1/3`, or `2` where nothing but 1 stands below. */
  text: ({ over, under }: Fraction): string => (under === 1n ? `${over}` : `${over}/${under}`),
});
