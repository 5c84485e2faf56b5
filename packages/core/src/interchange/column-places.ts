import type { MappedCells } from './mapped-cells.ts';
import type { Cell } from './table-cells.ts';
import type { MappedColumn, TableMapping } from './table-mapping.ts';

/** The one column of each target; a target of two columns is told. */
export function columnPlaces(
  mapping: TableMapping,
  read: MappedCells,
  header: readonly { readonly index: number; readonly cell: Cell }[],
): Map<string, MappedColumn> {
  const places = new Map<string, MappedColumn>();
  for (const column of mapping.columns) {
    for (const target of column.targets) {
      const before = places.get(target);
      if (before === undefined) {
        places.set(target, column);
        continue;
      }
      const cell = header.find(({ index }) => index === column.index)?.cell ?? { text: '', line: 1, column: 1 };
      read.problem(cell, {
        code: 'column-twice',
        message: `"${before.heading}" and "${column.heading}" are both mapped to ${target}`,
        fix: 'Leave one of the two columns out, or map it to something else.',
      });
    }
  }
  return places;
}
