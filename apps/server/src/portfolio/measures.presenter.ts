import type { MeasuresAnswer, MeasureValues } from '@entente/contract/portfolio';
import type { Focal } from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';
import {
  type FirmYears,
  isNetworkCount,
  NETWORK_COLUMNS,
  type NetworkPositions,
  PANEL_COLUMNS,
  type PanelColumn,
} from '@entente/engine/panel';
import { nodeOf } from './register-work.ts';

type Columns = MeasuresAnswer['columns'];

/** Every measure with what it is, in the order of columns. */
export const MEASURE_COLUMNS = [...PANEL_COLUMNS, ...NETWORK_COLUMNS].map(
  ({ name, unit, definition, formula, source }: PanelColumn) => ({ name, unit, definition, formula, source }),
) as Columns;

export type NamedFirm = MeasuresAnswer['firm'];

/** A firm or house as a reader knows it. */
export function namedFirm(register: Register, { kind, id }: Focal): NamedFirm {
  const row = kind === 'house' ? register.house(id) : register.organisation(id);
  return { kind, slug: row?.slug ?? id, name: row?.name ?? row?.slug ?? id };
}

/** Whom a row of a panel tells of, by the name that it has there. */
export function focalNamed(name: string): Focal {
  const colon = name.indexOf(':');
  return { kind: name.slice(0, colon) === 'house' ? 'house' : 'organisation', id: name.slice(colon + 1) };
}

const defined = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** The measures of one row of a panel, with its position in the network of that year. */
export function valuesAt(panel: FirmYears, row: number, network: NetworkPositions): MeasureValues {
  const name = panel.firms[panel.firm[row] ?? -1] ?? '';
  const node = nodeOf(network, name);
  const isTied = node >= 0 && network.positions.degree[node] !== 0;
  const own = PANEL_COLUMNS.map((column) => [column.name, defined(panel.measures[column.name][row])] as const);
  const position = NETWORK_COLUMNS.map((column) => {
    const untied = isNetworkCount(column.name) ? 0 : null;
    return [column.name, isTied ? defined(network.positions[column.name][node]) : untied] as const;
  });
  return Object.fromEntries([...own, ...position]) as MeasureValues;
}
