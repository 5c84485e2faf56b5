import { invariant } from '../../kernel/index.ts';

/** An exact decimal number without a sign, as text: `1450`, `167.9`. */
export type Amount = string;

const AMOUNT = /^\d{1,18}(?:\.\d{1,6})?$/;
const PLACES = 6;

export const isAmount = (text: string): boolean => AMOUNT.test(text);

function millionths(amount: Amount): bigint {
  invariant(isAmount(amount), `"${amount}" is an amount`);
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(PLACES, '0'));
}

/** Below 0 where one is less than the other, 0 where they are equal; exact. */
export function comparedAmounts(one: Amount, other: Amount): number {
  const difference = millionths(one) - millionths(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The exact sum of amounts of one currency.
 * @example amountSum(['0.1', '0.2', '1000']) // => '1000.3'
 */
export function amountSum(amounts: readonly Amount[]): Amount {
  const sum = amounts.reduce((total, amount) => total + millionths(amount), 0n);
  const digits = String(sum).padStart(PLACES + 1, '0');
  const part = digits.slice(-PLACES).replace(/0+$/, '');
  return `${digits.slice(0, -PLACES)}${part === '' ? '' : `.${part}`}`;
}
