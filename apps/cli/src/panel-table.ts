import type { ParquetColumn } from '@entente/core/interchange';
import { csvText } from '@entente/core/member-tables';
import type { FirmYears } from '@entente/engine/panel';
import { nameCell, numberCell } from './csv-cells.ts';
import type { WholeFile } from './whole-file.ts';

/** A panel as it is written: firm, year, and a column a measure. */
export type PanelTable = Pick<FirmYears, 'firms' | 'firm' | 'year'> & {
  readonly columns: readonly { readonly name: string; readonly values: Float64Array; readonly isCount: boolean }[];
};

const ROWS_A_PART = 20_000;

/** Writes the panel as CSV, in parts, so that its text is never held whole. */
export function writePanelCsv({ firms, firm, year, columns }: PanelTable, file: WholeFile): void {
  file.write(csvText([['firm', 'year', ...columns.map(({ name }) => name)]], 'unix'));
  const cells = firms.map(nameCell);
  for (let from = 0; from < year.length; from += ROWS_A_PART) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(from + ROWS_A_PART, year.length); row += 1) {
      let line = `${cells[firm[row] ?? -1]},${year[row]}`;
      for (const { values } of columns) {
        line += `,${numberCell(values[row] ?? Number.NaN)}`;
      }
      lines.push(line);
    }
    file.write(`${lines.join('\n')}\n`);
  }
}

/** Writes the panel as Parquet: counts as whole numbers, the rest as doubles, null where a measure is not defined. */
export async function writePanelParquet({ firms, firm, year, columns }: PanelTable, file: WholeFile): Promise<void> {
  // What most tables are not written as is loaded when it is asked for.
  const { figureColumn, parquetParts } = await import('@entente/core/interchange');
  const table: readonly ParquetColumn[] = [
    {
      name: 'firm',
      type: 'STRING',
      isNullable: false,
      values: (from, to) => Array.from(firm.subarray(from, to), (nth) => firms[nth] ?? ''),
    },
    { name: 'year', type: 'INT32', isNullable: false, values: (from, to) => year.slice(from, to) },
    ...columns.map(({ name, values, isCount }) => figureColumn(name, values, isCount)),
  ];
  for await (const part of parquetParts(table, year.length)) file.write(part);
}
