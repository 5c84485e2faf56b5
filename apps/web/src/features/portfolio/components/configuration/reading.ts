import { type Day, EdtfDate } from '@entente/core/kernel';
import {
  type ConfigurationType,
  type PartnerEntry,
  type PathEntry,
  type PortfolioReport,
  RECENT_WINDOW,
  type Window,
  type YearExplanation,
} from '@entente/core/portfolio';

/** How the lens that stands beside compares on the day read. */
export type LensComparison =
  | { readonly code: 'agrees' }
  | { readonly code: 'parts'; readonly label: ConfigurationType; readonly lastAgreed: number | null };

/** A partner that scope counts in a year, with the ties that bring it in by then. */
export type CountedPartner = {
  readonly partner: PartnerEntry;
  readonly weight: number;
  readonly ties: PartnerEntry['ties'];
};

/** A year's label with all that it came from. `explorativeMoves` are places in the report's moves. */
export type YearReading = {
  readonly entry: PathEntry;
  readonly explanation: YearExplanation;
  readonly partners: readonly CountedPartner[];
};

/** A portfolio as it stands on one day of its path. */
export type Reading = YearReading & {
  /** All years of the path; the one read may stand at a day within its year. */
  readonly path: readonly PathEntry[];
  readonly recent: readonly PathEntry[];
  readonly at: number;
  /** First year of the unbroken run of the label that ends in the year read. */
  readonly since: number;
  readonly comparison: LensComparison;
};

const withEntry = <T extends { readonly year: number }>(
  entries: readonly T[],
  exact: readonly T[] | undefined,
): T[] => {
  const last = exact?.at(-1);
  return entries.map((entry) => (last?.year === entry.year ? last : entry));
};

function runStart(path: readonly PathEntry[], at: number): number {
  const label = path[at]?.label;
  let first = at;
  while (first > 0 && path[first - 1]?.label === label) first -= 1;
  return path[first]?.year ?? 0;
}

function comparisonAt(path: readonly PathEntry[], recent: readonly PathEntry[], at: number): LensComparison {
  const other = recent[at];
  if (!other || other.label === path[at]?.label) return { code: 'agrees' };
  const lastAgreed = path.slice(0, at).findLast((entry, index) => entry.label === recent[index]?.label);
  return { code: 'parts', label: other.label, lastAgreed: lastAgreed?.year ?? null };
}

const begunBy = (from: string, day: Day): boolean => {
  const date = EdtfDate.parse(from);
  return !date.ok || date.value.earliest === null || date.value.earliest <= day;
};

function countedPartners(
  report: PortfolioReport,
  { partners, day }: YearExplanation,
  window: Window,
): CountedPartner[] {
  return partners.flatMap(({ partner: place, weight }) => {
    const partner = report.explanation.partners[place];
    const holds = ({ from, until }: PartnerEntry['ties'][number]): boolean =>
      begunBy(from, day) && (window === 'all' || until === null || until > day);
    return partner ? [{ partner, weight, ties: partner.ties.filter(holds) }] : [];
  });
}

/** What a year of the chosen lens, or of the recent one, rests on. */
export function yearReading(report: PortfolioReport, lens: 'path' | 'recent', year: number): YearReading | null {
  const entry = report[lens].find((each) => each.year === year);
  const explanation = report.explanation[lens].find((each) => each.year === year);
  if (!entry || !explanation) return null;
  const window = lens === 'path' ? report.window : RECENT_WINDOW;
  return { entry, explanation, partners: countedPartners(report, explanation, window) };
}

/**
 * Reads a portfolio on a day: the entry of the day's year, the last entry when the path ends before it, null when the
 * path has not begun.
 * @param whole the report over all years
 * @param exact the report read to the day, when the day is not the end of a year
 */
export function readingOn(whole: PortfolioReport, exact: PortfolioReport | null, day: Day): Reading | null {
  if (exact?.founding.length === 0) return null;
  const year = EdtfDate.yearOf(day);
  const path = withEntry(whole.path, exact?.path);
  const recent = withEntry(whole.recent, exact?.recent);
  const at = path.findLastIndex((entry) => entry.year <= year);
  const here = path[at];
  if (!here) return null;
  const told = exact?.path.at(-1)?.year === here.year ? exact : whole;
  const standing = yearReading(told, 'path', here.year);
  return (
    standing && { ...standing, path, recent, at, since: runStart(path, at), comparison: comparisonAt(path, recent, at) }
  );
}

/** Whether a day is the last of its year, so that the yearly path already reads it. */
export const isYearEnd = (day: Day): boolean => day === EdtfDate.lastDayOf(EdtfDate.yearOf(day));
