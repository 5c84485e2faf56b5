import type { PositionMeasure } from '@entente/core/portfolio';
import {
  allianceNetwork,
  coreNumbers,
  degrees,
  type Graph,
  type Memberships,
  type NetworkLevel,
  structuralHoles,
} from '../network/index.ts';
import type { FirmYears } from './firm-years.ts';
import type { PanelColumn } from './panel-columns.ts';

const BURT = 'Burt, Structural Holes (1992)';

/** Measures of the network of each year, behind those of the firm's own alliances. */
export const NETWORK_COLUMNS = [
  {
    name: 'degree',
    unit: 'number',
    definition: 'Partners in the network of the last day of the year, of whatever form the alliances are',
    formula: 'number of firms tied to the firm, those of its own house too where firms stand for themselves',
    source: 'Freeman, Social Networks 1 (1978)',
  },
  {
    name: 'effective-size',
    unit: 'number',
    definition: 'Partners less their redundancy, in the network of the last day of the year',
    formula: 'sum over partners j of 1 - sum over q of p_iq m_jq, ties weighed by repetition',
    source: BURT,
  },
  {
    name: 'efficiency',
    unit: 'share',
    definition: 'Effective size by number of partners',
    formula: 'effective size / partners in the network',
    source: BURT,
  },
  {
    name: 'constraint',
    unit: 'index',
    definition: 'How far ties lead back to the same partners, in the network of the last day of the year',
    formula: 'sum over partners j of (p_ij + sum over q of p_iq p_qj)^2, ties weighed by repetition',
    source: BURT,
  },
  {
    name: 'hierarchy',
    unit: 'index',
    definition: 'How far constraint comes from one partner alone; undefined with fewer than two',
    formula: 'Coleman-Theil index of the partners\u2019 parts in constraint',
    source: BURT,
  },
  {
    name: 'k-core',
    unit: 'number',
    definition: 'Largest k for which the firm lies in a part of the network where everybody has k partners or more',
    formula: 'core number; ties not weighed',
    source: 'Seidman, Social Networks 5 (1983)',
  },
] as const satisfies readonly (PanelColumn & { readonly name: PositionMeasure })[];

export type NetworkColumn = PositionMeasure;

/** Whether a measure is a whole number, which is 0 and not undefined for a firm without partners. */
export const isNetworkCount = (name: NetworkColumn): boolean => name === 'degree' || name === 'k-core';

export type PanelHolesOptions = {
  /** Members beyond which an alliance ties nobody. */
  readonly largest: number;
  /** What the rows of the panel stand for; left out: firms. */
  readonly level?: NetworkLevel;
};

/**
 * Position in the network of every firm in every year of a panel; where the firm has no partner on the last day, counts are 0
 * and the rest is NaN. The
 * network is that of all memberships, whatever population the panel counts.
 * @param told the year that is done; waited for
 */
export async function panelHoles(
  memberships: Memberships,
  { firms, firm, year }: Pick<FirmYears, 'firms' | 'firm' | 'year'>,
  { largest, level = 'organisation' }: PanelHolesOptions,
  told: (year: number) => Promise<void> = () => Promise.resolve(),
): Promise<NetworkValues> {
  const values = Object.fromEntries(
    NETWORK_COLUMNS.map(({ name }) => [
      name,
      new Float64Array(year.length).fill(isNetworkCount(name) ? 0 : Number.NaN),
    ]),
  ) as NetworkValues;
  const rowsOfYear = new Map<number, number[]>();
  for (const [row, each] of year.entries()) {
    const rows = rowsOfYear.get(each);
    if (rows === undefined) rowsOfYear.set(each, [row]);
    else rows.push(row);
  }
  for (const [each, rows] of [...rowsOfYear].sort(([one], [other]) => one - other)) {
    const { names, positions } = networkPositions(memberships, each, { largest, level });
    // Both lists of names ascend, and rows of one year follow the firms.
    let node = 0;
    for (const row of rows) {
      const name = firms[firm[row] as number] as string;
      while (node < names.length && (names[node] as string) < name) node += 1;
      if (names[node] !== name || positions.degree[node] === 0) continue;
      for (const { name: column } of NETWORK_COLUMNS) values[column][row] = positions[column][node] as number;
    }
    await told(each);
  }
  return values;
}

export type NetworkValues = Readonly<Record<NetworkColumn, Float64Array>>;

/** Positions of all nodes in the network of one day, by their names, which ascend. */
export type NetworkPositions = {
  readonly names: readonly string[];
  readonly graph: Graph;
  readonly positions: Readonly<Record<NetworkColumn, ArrayLike<number>>>;
};

/** Positions of all nodes in the network of the last day of a year. */
export function networkPositions(
  memberships: Memberships,
  year: number,
  { largest, level = 'organisation' }: PanelHolesOptions,
): NetworkPositions {
  const { names, graph } = allianceNetwork(memberships, { level, asOf: year * 10_000 + 1231, largest });
  const { effectiveSize, efficiency, constraint, hierarchy } = structuralHoles(graph);
  const positions: Readonly<Record<NetworkColumn, ArrayLike<number>>> = {
    degree: degrees(graph),
    'effective-size': effectiveSize,
    efficiency,
    constraint,
    hierarchy,
    'k-core': coreNumbers(graph),
  };
  return { names, graph, positions };
}
