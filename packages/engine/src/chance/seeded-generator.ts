/** Numbers from 0 (included) to 1 (not), evenly spread. */
export type Generator = () => number;

/**
 * A generator of pseudo-random numbers; the same seed gives the same numbers anywhere. Mulberry32 (T. Ettinger 2017, public
 * domain): 32 bits of state and of result, so a period of 2^32.
 * @param seed a whole number from 0 to 2^32 - 1
 * @example [seededGenerator(1)() === seededGenerator(1)(), seededGenerator(1)() === seededGenerator(2)()] // => [true, false]
 */
export function seededGenerator(seed: number): Generator {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
