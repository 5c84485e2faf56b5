import type { Milestones } from '@entente/core/portfolio';

/** Fields of the portfolio's alliances that sources state differently; an alliance in several lanes counts once. */
export function disputedFields(milestones: Milestones): {
  readonly fields: number;
  readonly alliances: readonly { readonly slug: string; readonly disputed: number }[];
} {
  const bySlug = new Map(
    milestones.lanes.flatMap(({ bars }) => bars.map(({ alliance, disputed }) => [alliance, disputed])),
  );
  const alliances = [...bySlug].map(([slug, disputed]) => ({ slug, disputed })).filter(({ disputed }) => disputed > 0);
  return { fields: alliances.reduce((sum, { disputed }) => sum + disputed, 0), alliances };
}
