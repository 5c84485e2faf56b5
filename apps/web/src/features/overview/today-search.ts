/** How many days ahead the page can look. */
export const HORIZONS = [7, 14, 30, 90] as const;
const DEFAULT_HORIZON = 14;

/** What the address says of the page: `all` for everybody's, and how far ahead. */
export type TodaySearch = { readonly whose?: 'all'; readonly days?: string };

export function todaySearchFrom(search: Record<string, unknown>): TodaySearch {
  const days = String(search['days']);
  return {
    ...(search['whose'] === 'all' && { whose: 'all' }),
    ...(HORIZONS.some((each) => String(each) === days && each !== DEFAULT_HORIZON) && { days }),
  };
}

export const horizonOf = ({ days }: TodaySearch): number => (days === undefined ? DEFAULT_HORIZON : Number(days));

/** What the address says of another horizon. */
export const withHorizon = ({ days: _, ...search }: TodaySearch, chosen: number): TodaySearch =>
  chosen === DEFAULT_HORIZON ? search : { ...search, days: String(chosen) };
