/** How far several people are apart on one thing. */
export type Spread = {
  readonly count: number;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  /** Standard deviation of a sample (divided by n - 1); null for one alone. */
  readonly deviation: number | null;
};

/**
 * The spread of some values; null of none.
 * @example spreadOf([6, 8]) // => { count: 2, least: 6, most: 8, mean: 7, deviation: 1.4142135623730951 }
 */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    count: values.length,
    least: Math.min(...values),
    most: Math.max(...values),
    mean,
    deviation: values.length === 1 ? null : Math.sqrt(squares / (values.length - 1)),
  };
}
