/** The mean consistency index of random judgements on so many things, and where it is from. */
export type RandomIndex = { readonly value: number; readonly source: string };

/** Saaty 1980, p. 21, by number of things compared, from 1 to 15. */
const SAATY = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59] as const;

/**
 * The random index by which a consistency index is judged: the table of Saaty (1980, *The Analytic Hierarchy Process*, p. 21)
 * to 15 things; beyond it the line through mean principal eigenvalues, 2.7699 n - 4.3513, of Alonso and Lamata (2006,
 * "Consistency in the Analytic Hierarchy Process: A New Approach", *International Journal of Uncertainty, Fuzziness and
 * Knowledge-Based Systems* 14(4), pp. 445-459), less n, divided by n - 1. Other tables give other ratios: the source is told.
 * @param size how many things are compared
 * @example randomIndexFor(4) // => { value: 0.9, source: 'Saaty 1980' }
 */
export function randomIndexFor(size: number): RandomIndex {
  const value = SAATY[size - 1];
  if (value !== undefined) return { value, source: 'Saaty 1980' };
  return { value: (2.7699 * size - 4.3513 - size) / (size - 1), source: 'Alonso and Lamata 2006' };
}
