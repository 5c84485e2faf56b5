import { createHash } from 'node:crypto';
import { invariant } from '@entente/core/kernel';

/** Chance that follows from a seed: the same seed draws the same. */
export type Draw = {
  /** A whole number from 0 to below `bound`. */
  readonly below: (bound: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  readonly some: <T>(of: readonly T[], least: number) => T[];
  /** A word of small letters that stands in no other draw. */
  readonly word: () => string;
  readonly chance: (of: number) => boolean;
};

export function drawOf(seed: string): Draw {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const one = <T>(of: readonly T[]): T => {
    const drawn = of[below(of.length)];
    invariant(drawn !== undefined, 'something is drawn of something');
    return drawn;
  };
  return {
    below,
    one,
    some: (of, least) => {
      const kept = of.filter(() => next() < 0.6);
      return kept.length < least ? of.slice(0, least) : kept;
    },
    word: () => Array.from({ length: 12 }, () => 'abcdefghijklmnopqrstuvwxyz'[below(26)]).join(''),
    chance: (of) => next() < of,
  };
}
