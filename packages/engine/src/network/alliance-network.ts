import { allianceTies } from './alliance-ties.ts';
import { type Graph, graphFromTies } from './graph.ts';
import type { DayNumber, Memberships } from './memberships.ts';

export type NetworkLevel = 'organisation' | 'house';

export type NetworkOptions = {
  readonly level: NetworkLevel;
  /** Only what holds on this day; null: all that is recorded. */
  readonly asOf: DayNumber | null;
  /** Members beyond which an alliance ties nobody. */
  readonly largest: number;
};

export type AllianceNetwork = {
  /** Name of each node, ascending by code unit. */
  readonly names: readonly string[];
  /** Weights: in how many alliances the two are partners. */
  readonly graph: Graph;
  readonly alliances: number;
  /** What the network leaves out, to be told. */
  readonly left: {
    /** Alliances with more members than the bound. */
    readonly tooLarge: readonly { readonly alliance: string; readonly members: number }[];
    /** Alliances with one member, who gets no tie from them. */
    readonly oneMember: number;
    /** Memberships without a beginning, which no day holds. */
    readonly undated: number;
    /** Memberships that name somebody whom the alliance has already. */
    readonly repeated: number;
  };
};

type Chosen = { readonly rows: Uint32Array; readonly undated: number };

function chosenRows(memberships: Memberships, asOf: DayNumber | null): Chosen {
  const rows = new Uint32Array(memberships.count);
  let count = 0;
  let undated = 0;
  for (let row = 0; row < memberships.count; row += 1) {
    if (asOf !== null && !memberships.hasBeginning(row)) undated += 1;
    else if (asOf === null || memberships.holdsOn(row, asOf)) rows[count++] = row;
  }
  return { rows: rows.subarray(0, count), undated };
}

/** Numbers of those that occur, in the order of their names. */
function nodesByName(names: readonly string[], occurs: Uint8Array): { nodeOf: Int32Array; sorted: string[] } {
  const present = names.flatMap((name, number) => (occurs[number] === 1 ? [{ name, number }] : []));
  present.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const nodeOf = new Int32Array(names.length).fill(-1);
  for (const [node, { number }] of present.entries()) nodeOf[number] = node;
  return { nodeOf, sorted: present.map(({ name }) => name) };
}

/**
 * The network of firms (or houses) that are partners in alliances, of all that is recorded or of one day. Numbers of
 * nodes follow the names, so that the order of rows means nothing.
 */
export function allianceNetwork(memberships: Memberships, options: NetworkOptions): AllianceNetwork {
  const { rows, undated } = chosenRows(memberships, options.asOf);
  const { columns } = memberships;
  const member = options.level === 'house' ? columns.house : columns.firm;
  const names = options.level === 'house' ? memberships.houses : memberships.firms;
  const occurs = new Uint8Array(names.length);
  const offsets = new Uint32Array(memberships.alliances.length + 1);
  for (const row of rows) {
    occurs[member[row] as number] = 1;
    const alliance = columns.alliance[row] as number;
    offsets[alliance + 1] = (offsets[alliance + 1] as number) + 1;
  }
  for (let at = 1; at < offsets.length; at += 1) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number);
  const { nodeOf, sorted } = nodesByName(names, occurs);
  const members = new Uint32Array(rows.length);
  const next = offsets.slice(0, -1);
  for (const row of rows) {
    const alliance = columns.alliance[row] as number;
    const place = next[alliance] as number;
    next[alliance] = place + 1;
    members[place] = nodeOf[member[row] as number] as number;
  }
  const { ties, tooLarge, sizes } = allianceTies({ offsets, members }, options.largest);
  const distinct = sizes.reduce((sum, size) => sum + size, 0);
  return {
    names: sorted,
    graph: graphFromTies(sorted.length, ties),
    alliances: sizes.filter((size) => size > 0).length,
    left: {
      tooLarge: tooLarge.map((alliance) => ({
        alliance: memberships.alliances[alliance] as string,
        members: sizes[alliance] as number,
      })),
      oneMember: sizes.filter((size) => size === 1).length,
      undated,
      repeated: rows.length - distinct,
    },
  };
}
