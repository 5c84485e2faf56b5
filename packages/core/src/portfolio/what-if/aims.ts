import type { FindingCode } from '../propositions/finding.ts';
import type { Outlook } from './outlook.ts';

/** What a move may be wanted for; each is one difference against today, and more of it is better. */
export const AIMS = [
  'more-houses',
  'more-new-resources',
  'less-concentration',
  'more-repeat-ties',
  'fewer-retaliators',
  'fewer-concerns',
] as const;
export type Aim = (typeof AIMS)[number];

/** How much each aim weighs; an aim that is left out weighs nothing. */
export type Aims = Readonly<Partial<Record<Aim, number>>>;

/** Findings that are bad news when they are supported. */
export const CONCERNS: readonly FindingCode[] = [
  'lock-in',
  'learning-link',
  'review-overdue',
  'equity-misaligned',
  'domain-collisions',
  'partner-diverts',
];

const POSSIBLE_COUNTS = 0.5;

/** The difference that a candidate makes for an aim, the better the higher; null where it is not known. */
function gainFor(aim: Aim, { before, after, fresh, retaliators, changes }: Outlook): number | null {
  switch (aim) {
    case 'more-houses':
      return after.scope - before.scope;
    case 'more-new-resources':
      return fresh.length;
    case 'less-concentration':
      return after.houseConcentration === null ? null : (before.houseConcentration ?? 1) - after.houseConcentration;
    case 'more-repeat-ties':
      return after.repeatShare === null ? null : after.repeatShare - (before.repeatShare ?? 0);
    case 'fewer-retaliators':
      return retaliators === null
        ? null
        : retaliators.reduce((sum, { certain }) => sum - (certain ? 1 : POSSIBLE_COUNTS), 0);
    case 'fewer-concerns':
      return changes
        .filter(({ code }) => CONCERNS.includes(code))
        .reduce((sum, change) => sum + Number(change.before === 'supported') - Number(change.after === 'supported'), 0);
  }
}

/** How a candidate does by the aims: 1 is best in all of them, 0 worst in all. */
export type Score = {
  readonly score: number;
  readonly gains: Readonly<Record<Aim, number | null>>;
  /** Weighted aims whose difference is not known; they count as worst. */
  readonly unknown: readonly Aim[];
};

/**
 * Scores of candidates and, last, of leaving things as they are. A gain is scaled to 0..1 between the worst and the best
 * of all rows; the score is the weighted mean. Where all rows are alike an aim says nothing and counts 0.
 * Null when no aim weighs anything.
 * @example scoresOf([], { 'more-houses': 0 }) // => null
 */
export function scoresOf(outlooks: readonly Outlook[], aims: Aims): readonly Score[] | null {
  const weights = AIMS.map((aim) => [aim, aims[aim] ?? 0] as const);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  if (total <= 0) return null;
  const rows = [...outlooks.map((outlook) => gainsOf(outlook)), TODAY];
  return rows.map((gains) => ({
    score: weights.reduce((sum, [aim, weight]) => sum + weight * scaled(aim, gains, rows), 0) / total,
    gains,
    unknown: weights.flatMap(([aim, weight]) => (weight > 0 && gains[aim] === null ? [aim] : [])),
  }));
}

type Gains = Score['gains'];

const gainsOf = (outlook: Outlook): Gains =>
  Object.fromEntries(AIMS.map((aim) => [aim, gainFor(aim, outlook)])) as Gains;

/** Leaving things as they are changes nothing. */
const TODAY = Object.fromEntries(AIMS.map((aim) => [aim, 0])) as Gains;

function scaled(aim: Aim, gains: Gains, rows: readonly Gains[]): number {
  const value = gains[aim];
  const known = rows.flatMap((row) => row[aim] ?? []);
  const [worst, best] = [Math.min(...known), Math.max(...known)];
  return value === null || best === worst ? 0 : (value - worst) / (best - worst);
}
