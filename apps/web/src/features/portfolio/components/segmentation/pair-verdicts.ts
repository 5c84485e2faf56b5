import type { SegmentationReport } from '@entente/core/portfolio';
import type { Overlap } from '@entente/core/register';

/** What two alliances come to: a verdict, or `same` when a house is in both. */
export type PairVerdict = Overlap | 'same';
export type Pair = {
  readonly one: number;
  readonly other: number;
  readonly verdict: PairVerdict;
  /** Place among the collisions; null for none. */
  readonly collision: number | null;
};

type Read = Pick<SegmentationReport, 'alliances' | 'collisions'>;

/** Every pair of the given alliances, by their places. */
export function pairsAmong({ alliances, collisions }: Read, places: readonly number[]): Pair[] {
  const found = new Map(collisions.map(({ one, other }, place) => [`${one} ${other}`, place]));
  const houses = alliances.map(({ parties }) => new Set(parties.map(({ kind, slug }) => `${kind} ${slug}`)));
  return places.flatMap((one, index) =>
    places.slice(index + 1).map((other): Pair => {
      const collision = found.get(`${Math.min(one, other)} ${Math.max(one, other)}`) ?? null;
      const isSame = [...(houses[one] ?? [])].some((house) => houses[other]?.has(house) === true);
      const verdict = isSame ? 'same' : collision === null ? 'none' : (collisions[collision]?.overlap ?? 'none');
      return { one, other, verdict, collision };
    }),
  );
}

/** Alliances by house, so that what is the business of one house stands together. */
export function placesByHouse({ alliances }: Pick<SegmentationReport, 'alliances'>): number[] {
  const order = (place: number): string =>
    `${alliances[place]?.parties.map(({ name }) => name).join() ?? ''} ${alliances[place]?.name ?? ''}`;
  return alliances.map((_, place) => place).sort((one, other) => order(one).localeCompare(order(other)));
}
