import { seededGenerator } from '../chance/index.ts';

/**
 * A sample of node numbers without repetition, ascending; the same seed gives the same sample anywhere.
 *
 * Sampling is Floyd's (Bentley and Floyd, CACM 30, 1987).
 * @example [...sampledNodes(5, 5, 1)] // => [0, 1, 2, 3, 4]
 */
export function sampledNodes(nodeCount: number, count: number, seed: number): Uint32Array {
  const random = seededGenerator(seed);
  const chosen = new Set<number>();
  for (let bound = Math.max(nodeCount - count, 0); bound < nodeCount; bound += 1) {
    const drawn = Math.floor(random() * (bound + 1));
    chosen.add(chosen.has(drawn) ? bound : drawn);
  }
  return Uint32Array.from(chosen).sort();
}
