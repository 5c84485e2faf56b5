import type { Ties } from './graph.ts';

/** Who takes part in which alliance: the members of alliance `a` stand at `offsets[a]` to `offsets[a + 1]`. */
export type Rosters = { readonly offsets: Uint32Array; readonly members: Uint32Array };

export type AllianceTies = {
  readonly ties: Ties;
  /** Alliances with more members than the bound, which tie nobody. */
  readonly tooLarge: readonly number[];
  /** Members of each alliance, each counted once. */
  readonly sizes: Uint32Array;
};

/** The members of one alliance, each once, written to the front of `into`. Returns how many there are. */
function distinctMembers({ offsets, members }: Rosters, alliance: number, into: Uint32Array): number {
  const first = offsets[alliance] as number;
  const own = members.slice(first, offsets[alliance + 1]).sort();
  let count = 0;
  for (const member of own) {
    if (count > 0 && into[count - 1] === member) continue;
    into[count++] = member;
  }
  return count;
}

/**
 * A tie between each pair of members of each alliance; a pair that meets in several alliances has as many ties.
 * @param largest members from which on an alliance is no basis for ties: a consortium of 3,000 would give 4.5 million
 * @example [...allianceTies({ offsets: Uint32Array.of(0, 3), members: Uint32Array.of(2, 0, 2) }).ties.sources] // => [0]
 */
export function allianceTies(rosters: Rosters, largest = 1_000): AllianceTies {
  const count = rosters.offsets.length - 1;
  let widest = 0;
  for (let alliance = 0; alliance < count; alliance += 1)
    widest = Math.max(widest, (rosters.offsets[alliance + 1] as number) - (rosters.offsets[alliance] as number));
  const roster = new Uint32Array(widest);
  const tooLarge: number[] = [];
  const sizes = new Uint32Array(count);
  let pairs = 0;
  for (let alliance = 0; alliance < count; alliance += 1) {
    const size = distinctMembers(rosters, alliance, roster);
    sizes[alliance] = size;
    if (size > largest) tooLarge.push(alliance);
    else pairs += (size * (size - 1)) / 2;
  }
  const sources = new Uint32Array(pairs);
  const targets = new Uint32Array(pairs);
  let at = 0;
  for (let alliance = 0; alliance < count; alliance += 1) {
    const size = sizes[alliance] as number;
    if (size < 2 || size > largest) continue;
    distinctMembers(rosters, alliance, roster);
    for (let one = 0; one < size; one += 1)
      for (let other = one + 1; other < size; other += 1) {
        sources[at] = roster[one] as number;
        targets[at] = roster[other] as number;
        at += 1;
      }
  }
  return { ties: { sources, targets }, tooLarge, sizes };
}
