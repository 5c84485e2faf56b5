import type { ViewDefinition } from '@entente/contract/register';

/** Which groups of a table are open; null: all of them while the table is short. */
export type OpenedGroups = ViewDefinition['opened'];

/** All groups are open at first while they hold no more rows than this. */
const OPEN_ROWS = 300;
const MOST_TURNED = 200;

/** The value that a group's rows share, as filters take it. */
const groupKey = (value: string | null): string => (value === null ? 'empty' : `is:${value}`);

/** Whether a group is open in a table of so many rows. */
export function isOpenGroup(opened: OpenedGroups, value: string | null, rows: number): boolean {
  if (opened === null) return rows <= OPEN_ROWS;
  return opened.all !== opened.but.includes(groupKey(value));
}

/** The groups after one was opened or closed; those turned longest ago are let go beyond the most that are kept. */
export function groupsTurned(opened: OpenedGroups, value: string | null, rows: number): OpenedGroups {
  const { all, but } = opened ?? { all: rows <= OPEN_ROWS, but: [] };
  const key = groupKey(value);
  const next = but.includes(key) ? but.filter((one) => one !== key) : [...but, key].slice(-MOST_TURNED);
  return next.length === 0 && all === rows <= OPEN_ROWS ? null : { all, but: next };
}

export const isSameOpened = (one: OpenedGroups, other: OpenedGroups): boolean =>
  one === null || other === null
    ? one === other
    : one.all === other.all && one.but.length === other.but.length && one.but.every((key) => other.but.includes(key));
