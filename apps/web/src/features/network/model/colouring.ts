import type { HouseOrder } from '../../../lib/house-colours.ts';
import { type ColourBy, GROUP_MEASURES } from '../network-search.ts';
import { type NetworkModel, valuesOf } from './network-model.ts';

/** The colours of the page that a drawing of the network uses. */
export type Inks = {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly ground: string;
  readonly accent: string;
  readonly series: readonly string[];
  /** From little to much. */
  readonly ramp: readonly string[];
  readonly fontFamily: string;
};

/** What a colour stands for: a group by its key (null: all others together), a range, or that nothing is known. */
export type LegendEntry =
  | { readonly kind: 'group'; readonly colour: string; readonly key: string | null; readonly count: number }
  | {
      readonly kind: 'range';
      readonly colour: string;
      readonly from: number;
      readonly to: number;
      readonly count: number;
    }
  | { readonly kind: 'none'; readonly colour: string; readonly count: number };

export type Colouring = { readonly colours: readonly string[]; readonly legend: readonly LegendEntry[] };

/** The group of each node; null where none is known. */
function groupsOf(model: NetworkModel, by: ColourBy): readonly (string | null)[] {
  const { nodes, houses } = model.answer;
  if (by === 'house') return nodes.house.map((place) => (place === null ? null : (houses[place]?.slug ?? null)));
  if (by === 'country') return nodes.country;
  return valuesOf(model, by as 'community').map((value) => (value === null ? null : String(value)));
}

/** Which group has which of the eight colours: houses keep the one that they have on every page, the largest of the rest have what is left. */
function slotsOf(counts: ReadonlyMap<string, number>, slots: number, fixed: HouseOrder | null): Map<string, number> {
  const taken = new Map<string, number>();
  for (const key of counts.keys()) {
    const order = fixed?.(key) ?? null;
    if (order !== null && order < slots) taken.set(key, order);
  }
  const free = Array.from({ length: slots }, (_, slot) => slot).filter((slot) => ![...taken.values()].includes(slot));
  const rest = [...counts]
    .filter(([key]) => !taken.has(key))
    .sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  for (const [key] of rest) {
    const slot = free.shift();
    if (slot === undefined) break;
    taken.set(key, slot);
  }
  return taken;
}

function byGroup(
  groups: readonly (string | null)[],
  shown: Uint8Array,
  inks: Inks,
  fixed: HouseOrder | null,
): Colouring {
  const counts = new Map<string, number>();
  let without = 0;
  for (const key of groups) if (key !== null) counts.set(key, 0);
  groups.forEach((key, node) => {
    if (shown[node] !== 1) return;
    if (key === null) without += 1;
    else counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const whole = new Map<string, number>();
  for (const key of groups) if (key !== null) whole.set(key, (whole.get(key) ?? 0) + 1);
  const slots = slotsOf(whole, inks.series.length, fixed);
  const colourOf = (key: string): string => inks.series[slots.get(key) ?? -1] ?? inks.quiet;
  const named = [...counts].filter(([key, count]) => slots.has(key) && count > 0);
  const others = [...counts].filter(([key]) => !slots.has(key)).reduce((sum, [, count]) => sum + count, 0);
  const legend: LegendEntry[] = named
    .sort(([, few], [, many]) => many - few)
    .map(([key, count]) => ({ kind: 'group', colour: colourOf(key), key, count }));
  if (others > 0) legend.push({ kind: 'group', colour: inks.quiet, key: null, count: others });
  if (without > 0) legend.push({ kind: 'none', colour: inks.line, count: without });
  return { colours: groups.map((key) => (key === null ? inks.line : colourOf(key))), legend };
}

/** Bounds of classes with about as many nodes in each; equal bounds are one. */
function classBounds(values: readonly number[], classes: number): number[] {
  const sorted = [...values].sort((one, other) => one - other);
  const bounds = Array.from(
    { length: classes + 1 },
    (_, nth) => sorted[Math.min(sorted.length - 1, Math.floor((nth * sorted.length) / classes))] ?? 0,
  );
  return [...new Set(bounds)];
}

function byMagnitude(values: readonly (number | null)[], shown: Uint8Array, inks: Inks): Colouring {
  const known = values.filter((value) => value !== null);
  const bounds = classBounds(known, inks.ramp.length);
  const classes = Math.max(1, bounds.length - 1);
  const classOf = (value: number): number => {
    let nth = 0;
    while (nth < classes - 1 && value >= (bounds[nth + 1] ?? Infinity)) nth += 1;
    return nth;
  };
  // Few classes lie as far apart on the ramp as it is long.
  const inkOf = (nth: number): string =>
    inks.ramp[classes === 1 ? 2 : Math.round((nth * (inks.ramp.length - 1)) / (classes - 1))] ?? inks.accent;
  const counts = new Array<number>(classes).fill(0);
  let without = 0;
  const colours = values.map((value, node) => {
    if (value === null) {
      if (shown[node] === 1) without += 1;
      return inks.line;
    }
    const nth = classOf(value);
    if (shown[node] === 1) counts[nth] = (counts[nth] ?? 0) + 1;
    return inkOf(nth);
  });
  const legend: LegendEntry[] = counts.map((count, nth) => ({
    kind: 'range',
    colour: inkOf(nth),
    from: bounds[nth] ?? 0,
    to: bounds[nth + 1] ?? bounds[nth] ?? 0,
    count,
  }));
  if (known.length === 0) legend.length = 0;
  if (without > 0) legend.push({ kind: 'none', colour: inks.line, count: without });
  return { colours, legend };
}

/** The colour of each node, and what the colours mean among those that are shown. */
export function colouringOf(
  model: NetworkModel,
  by: ColourBy,
  shown: Uint8Array,
  inks: Inks,
  houses: HouseOrder,
): Colouring {
  const isGroup = by === 'house' || by === 'country' || GROUP_MEASURES.includes(by);
  if (isGroup) return byGroup(groupsOf(model, by), shown, inks, by === 'house' ? houses : null);
  return byMagnitude(valuesOf(model, by), shown, inks);
}

const SMALLEST = 3;
const LARGEST = 15;

/** The radius of each node: its area grows with the measure; where that is not defined, the smallest. */
export function sizesOf(values: readonly (number | null)[]): number[] {
  // Many nodes are drawn finer, or they would cover each other.
  const fine = Math.min(1, Math.max(0.3, 20 / Math.sqrt(Math.max(1, values.length))));
  const most = values.reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
  return values.map((value) =>
    value === null || most <= 0
      ? SMALLEST * fine
      : fine * (SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(0, value) / most)),
  );
}
