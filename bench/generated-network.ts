import { allianceTies, type Graph, graphFromTies } from '@entente/engine/network';

/** A generator of numbers from 0 to below 1 (mulberry32), so that a size and a seed always give the same network. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * How unequally firms are drawn: partners then fall with a power of 2.7, as they do between firms, and the first of 200,000
 * has some 10,000.
 */
const INEQUALITY = 2.4;

/**
 * A network of firms as alliances make them: mostly two members, few with many; some firms in very many alliances; and
 * partners drawn half from the neighbourhood, so that there are triangles.
 */
export function generatedNetwork(firms: number, alliances: number, seed = 7): Graph {
  const draw = numbersFrom(seed);
  const offsets = new Uint32Array(alliances + 1);
  const members = new Uint32Array(alliances * 8);
  let at = 0;
  for (let alliance = 0; alliance < alliances; alliance += 1) {
    const size = draw() < 0.85 ? 2 : 2 + Math.floor(6 * draw() ** 3 + 0.9);
    const first = Math.floor(firms * draw() ** INEQUALITY);
    members[at++] = first;
    for (let member = 1; member < size; member += 1) {
      const near = (first + 1 + Math.floor(24 * draw() ** 2)) % firms;
      members[at++] = draw() < 0.5 ? near : Math.floor(firms * draw() ** INEQUALITY);
    }
    offsets[alliance + 1] = at;
  }
  return graphFromTies(firms, allianceTies({ offsets, members: members.slice(0, at) }).ties);
}
