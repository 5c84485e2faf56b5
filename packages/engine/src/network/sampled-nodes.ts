/**
 * A sample of node numbers without repetition, ascending; the same seed gives the same sample anywhere.
 *
 * The generator is mulberry32 (32-bit state); sampling is Floyd's (Bentley and Floyd, CACM 30, 1987).
 * @example [...sampledNodes(5, 5, 1)] // => [0, 1, 2, 3, 4]
 */
export function sampledNodes(nodeCount: number, count: number, seed: number): Uint32Array {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
  const chosen = new Set<number>();
  for (let bound = Math.max(nodeCount - count, 0); bound < nodeCount; bound += 1) {
    const drawn = below(bound + 1);
    chosen.add(chosen.has(drawn) ? bound : drawn);
  }
  return Uint32Array.from(chosen).sort();
}
