import { allianceNetwork, type Memberships, structuralHoles } from '../network/index.ts';
import type { FirmYears } from './firm-years.ts';
import type { PanelColumn } from './panel-columns.ts';

const BURT = 'Burt, Structural Holes (1992)';

/** Measures of the network of each year, behind those of the firm's own alliances. */
export const NETWORK_COLUMNS = [
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
] as const satisfies readonly PanelColumn[];

export type NetworkColumn = (typeof NETWORK_COLUMNS)[number]['name'];

/**
 * Structural holes of every firm in every year of a panel, NaN where the firm has no partner on the last day.
 * @param largest members beyond which an alliance ties nobody
 * @param told the year that is done; waited for
 */
export async function panelHoles(
  memberships: Memberships,
  { firms, firm, year }: Pick<FirmYears, 'firms' | 'firm' | 'year'>,
  largest: number,
  told: (year: number) => Promise<void> = () => Promise.resolve(),
): Promise<Readonly<Record<NetworkColumn, Float64Array>>> {
  const empty = (): Float64Array => new Float64Array(year.length).fill(Number.NaN);
  const holes = { 'effective-size': empty(), efficiency: empty(), constraint: empty() };
  const rowsOfYear = new Map<number, number[]>();
  for (const [row, each] of year.entries()) {
    const rows = rowsOfYear.get(each);
    if (rows === undefined) rowsOfYear.set(each, [row]);
    else rows.push(row);
  }
  for (const [each, rows] of [...rowsOfYear].sort(([one], [other]) => one - other)) {
    const asOf = each * 10_000 + 1231;
    const { names, graph } = allianceNetwork(memberships, { level: 'organisation', asOf, largest });
    const { effectiveSize, efficiency, constraint } = structuralHoles(graph);
    // Both lists of names ascend, and rows of one year follow the firms.
    let node = 0;
    for (const row of rows) {
      const name = firms[firm[row] as number] as string;
      while (node < names.length && (names[node] as string) < name) node += 1;
      if (names[node] !== name) continue;
      holes['effective-size'][row] = effectiveSize[node] as number;
      holes.efficiency[row] = efficiency[node] as number;
      holes.constraint[row] = constraint[node] as number;
    }
    await told(each);
  }
  return holes;
}
