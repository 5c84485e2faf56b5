import type { Day } from '../kernel/index.ts';
import type { Alliance, Overlap, Register, TermHierarchy } from '../register/index.ts';
import { type ActiveAlliance, activeAlliances, type Meeting, meetingsOf, overlapOf } from './areas.ts';
import type { OwnSide } from './own-side.ts';
import type { Level, Population } from './parameters.ts';

/** Two alliances of the firm with different partner houses that work, or may work, in one domain on one day. */
export type Collision = {
  readonly one: ActiveAlliance;
  readonly other: ActiveAlliance;
  readonly overlap: Exclude<Overlap, 'none'>;
  readonly meetings: readonly Meeting[];
};

/** An index that unknown facts leave open between two values; equal values when nothing is open. */
export type IndexInterval = { readonly from: number; readonly to: number };

export type CollisionCount = { readonly pairs: number; readonly certain: number; readonly possible: number };

export type Segmentation = CollisionCount & {
  readonly day: Day;
  readonly active: readonly ActiveAlliance[];
  /** Null when no two alliances have different houses. */
  readonly index: IndexInterval | null;
  /** Certain ones first. */
  readonly collisions: readonly Collision[];
  /** Alliances of the population that have no date, so that no day can be read. */
  readonly undated: readonly Alliance[];
};

export type SegmentationParameters = { readonly population: Population; readonly level: Level; readonly day: Day };

/** No house is in both: an alliance that shares a house with another is that house's own business. */
export const areOfDifferentHouses = (one: ActiveAlliance, other: ActiveAlliance): boolean =>
  [...one.houses.keys()].every((house) => !other.houses.has(house));

/**
 * 1 - colliding pairs / pairs of different houses, between every possible collision counted and none; null without pairs.
 * @example segmentationIndex({ pairs: 4, certain: 1, possible: 1 }) // => { from: 0.5, to: 0.75 }
 */
export function segmentationIndex({ pairs, certain, possible }: CollisionCount): IndexInterval | null {
  if (pairs === 0) return null;
  return { from: 1 - (certain + possible) / pairs, to: 1 - certain / pairs };
}

/** How two alliances meet, whatever their houses; null when they do not. */
export function collisionOf(terms: TermHierarchy, one: ActiveAlliance, other: ActiveAlliance): Collision | null {
  const meetings = meetingsOf(terms, one.areas, other.areas);
  const overlap = overlapOf(meetings, one.uncertain || other.uncertain);
  return overlap === 'none' ? null : { one, other, overlap, meetings };
}

/**
 * Where the alliances of a firm collide on a day, and how well its domains are segmented: two alliances with different
 * houses collide when product, market and region all overlap. Three-valued: an unknown dimension leaves a collision
 * possible as long as no known one excludes it. The index is this product's measure of what Oh, Chen, Nakamoto and Liu
 * (2024), section 5, Proposition 3, describe in words.
 * @param register the register as the chosen sources tell it
 * @param terms the classification of domains
 */
export function segmentationOf(
  register: Register,
  own: OwnSide,
  terms: TermHierarchy,
  parameters: SegmentationParameters,
): Segmentation {
  const { active, undated } = activeAlliances(register, own, parameters);
  const collisions: Collision[] = [];
  let pairs = 0;
  active.forEach((one, index) => {
    for (const other of active.slice(index + 1)) {
      if (!areOfDifferentHouses(one, other)) continue;
      pairs += 1;
      const collision = collisionOf(terms, one, other);
      if (collision) collisions.push(collision);
    }
  });
  const certain = collisions.filter(({ overlap }) => overlap === 'certain').length;
  const count = { pairs, certain, possible: collisions.length - certain };
  return {
    ...count,
    day: parameters.day,
    active,
    index: segmentationIndex(count),
    collisions: [
      ...collisions.filter(({ overlap }) => overlap === 'certain'),
      ...collisions.filter(({ overlap }) => overlap === 'possible'),
    ],
    undated,
  };
}
