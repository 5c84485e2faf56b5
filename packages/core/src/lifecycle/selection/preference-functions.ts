import { unreachable } from '../../kernel/index.ts';

export const PREFERENCE_SHAPES = ['usual', 'u-shape', 'v-shape', 'level', 'linear', 'gaussian'] as const;
export type PreferenceShape = (typeof PREFERENCE_SHAPES)[number];

/** How a difference on one criterion becomes a preference from 0 to 1; thresholds are in the unit of the criterion. */
export type PreferenceFunction =
  | { readonly shape: 'usual' }
  | { readonly shape: 'u-shape'; readonly indifference: number }
  | { readonly shape: 'v-shape'; readonly preference: number }
  | { readonly shape: 'level' | 'linear'; readonly indifference: number; readonly preference: number }
  | { readonly shape: 'gaussian'; readonly spread: number };

export type PreferenceThreshold = 'indifference' | 'preference' | 'spread';

/** What each shape asks for. */
export const THRESHOLDS_OF: Readonly<Record<PreferenceShape, readonly PreferenceThreshold[]>> = {
  usual: [],
  'u-shape': ['indifference'],
  'v-shape': ['preference'],
  level: ['indifference', 'preference'],
  linear: ['indifference', 'preference'],
  gaussian: ['spread'],
};

/** Whether the thresholds can be meant: finite, none negative, preference and spread over 0, indifference below preference. */
export function hasSoundThresholds(given: PreferenceFunction): boolean {
  const { indifference = 0, preference, spread } = given as Partial<Record<PreferenceThreshold, number>>;
  const isOver = (value: number | undefined): boolean => value === undefined || (Number.isFinite(value) && value > 0);
  if (!Number.isFinite(indifference) || indifference < 0 || !isOver(preference) || !isOver(spread)) return false;
  return preference === undefined || indifference < preference;
}

/**
 * How far a difference makes the better of two preferred, by one of the six generalised criteria (Brans and Vincke 1985,
 * "A Preference Ranking Organisation Method", Management Science 31(6), section 3).
 * @param difference in the unit of the criterion, positive when the first is better
 * @returns 0 (indifferent, or worse) to 1 (strictly preferred)
 * @example preferenceFor({ shape: 'linear', indifference: 1, preference: 5 }, 3) // => 0.5
 */
export function preferenceFor(given: PreferenceFunction, difference: number): number {
  if (difference <= 0) return 0;
  switch (given.shape) {
    case 'usual':
      return 1;
    case 'u-shape':
      return difference > given.indifference ? 1 : 0;
    case 'v-shape':
      return Math.min(1, difference / given.preference);
    case 'level':
      return difference > given.preference ? 1 : difference > given.indifference ? 0.5 : 0;
    case 'linear':
      return Math.min(1, Math.max(0, (difference - given.indifference) / (given.preference - given.indifference)));
    case 'gaussian':
      return -Math.expm1(-((difference / given.spread) ** 2) / 2);
    default:
      return unreachable(given);
  }
}
