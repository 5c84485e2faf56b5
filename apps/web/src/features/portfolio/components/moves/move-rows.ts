import type { ConfigurationType, MoveEntry, PortfolioReport } from '@entente/core/portfolio';

/** A move with its address in the inspector. */
export type MoveRow = MoveEntry & { readonly id: string; readonly founding: boolean };

/** Which moves a table shows: of one type, the founding ones, or those that are told but not typed. */
export type MoveFilter = 'all' | 'founding' | 'untyped' | ConfigurationType;

/** All moves in order of date, founding ones first. */
export function moveRows(report: PortfolioReport): MoveRow[] {
  return [
    ...report.founding.map((move, index) => ({ ...move, id: `portfolio.founding.${index}`, founding: true })),
    ...report.moves.map((move, index) => ({ ...move, id: `portfolio.move.${index}`, founding: false })),
  ];
}

export function isShown(row: MoveRow, filter: MoveFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'founding') return row.founding;
  return filter === 'untyped' ? !row.founding && row.type === null : row.type === filter;
}

/** The filters that would show something, in a fixed order, with how much. */
export function filtersFor(rows: readonly MoveRow[]): { readonly filter: MoveFilter; readonly count: number }[] {
  const all: readonly MoveFilter[] = [
    'all',
    'founding',
    'optimization',
    'resource-development',
    'alliance-portfolio-development',
    'diversification',
    'untyped',
  ];
  return all
    .map((filter) => ({ filter, count: rows.filter((row) => isShown(row, filter)).length }))
    .filter(({ count }) => count > 0);
}
