import { Decimal } from 'decimal.js';
import { Outcome, type Problem } from './outcome.ts';

declare const shareBrand: unique symbol;
/** A percentage of equity or votes, 0 to 100, as exact decimal text with at most 10 decimals and no trailing zeros. */
export type Share = string & { readonly [shareBrand]: true };

const TEXT = /^\d{1,3}(?:\.\d{1,10})?$/;

function parse(text: string): Outcome<Share, Problem> {
  const malformed = !TEXT.test(text);
  if (malformed || new Decimal(text).greaterThan(100)) {
    return Outcome.refuse({
      code: malformed ? 'share-malformed' : 'share-over-100',
      message: malformed ? `"${text.slice(0, 40)}" is no percentage` : `${text} % is more than the whole`,
      fix: 'Give a percentage from 0 to 100 in figures, with at most 10 decimals, for example 12.5.',
      pointer: '/share',
    });
  }
  return Outcome.of(new Decimal(text).toFixed() as Share);
}

/**
 * Exact arithmetic on shares; no binary fractions.
 * @example Share.sum(['33.3', '33.3', '33.4']) // => '100'
 */
export const Share = Object.freeze({
  parse,
  whole: '100' as Share,
  /** The exact sum as decimal text; may exceed 100, so it is no Share. */
  sum: (shares: readonly Share[]): string => shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).toFixed(),
  exceedsWhole: (sum: string): boolean => new Decimal(sum).greaterThan(100),
  /** What is left of the whole, as decimal text; negative when the shares exceed it. */
  rest: (shares: readonly Share[]): string => new Decimal(100).minus(Share.sum(shares)).toFixed(),
});
