import type { GrantAnswer } from '@entente/contract/sharing';

export type GrantState = GrantAnswer['state'];

/** From the one that says most about a publication to the one that says least. */
const WEIGHT: readonly GrantState[] = ['open', 'suspended', 'expired', 'withdrawn'];

/** How a publication stands: open while one of its grants is, and so on. */
export const standingOf = (grants: readonly Pick<GrantAnswer, 'state'>[]): GrantState =>
  WEIGHT.find((state) => grants.some((grant) => grant.state === state)) ?? 'withdrawn';

/** The last day, in UTC, on which a grant holds that ends with this instant. */
export const lastDayOf = (expiresAt: string): string => new Date(Date.parse(expiresAt) - 1).toISOString().slice(0, 10);

/** The last day of the open grants; null where none is open. */
export function openUntil(grants: readonly Pick<GrantAnswer, 'state' | 'expiresAt'>[]): string | null {
  const days = grants.filter(({ state }) => state === 'open').map(({ expiresAt }) => lastDayOf(expiresAt));
  return days.sort().at(-1) ?? null;
}

const MOST_YEARS = 2;
const USUAL_DAYS = 90;
const DAY_MS = 86_400_000;

/** The days that may be given as the last: from today to two years ahead, in UTC as the server reads them. */
export function lastDays(now: Date): { readonly first: string; readonly usual: string; readonly last: string } {
  const day = (at: Date): string => at.toISOString().slice(0, 10);
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + MOST_YEARS);
  return { first: day(now), usual: day(new Date(now.getTime() + USUAL_DAYS * DAY_MS)), last: day(last) };
}
