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

const ROWS_A_GROUP = 100_000;

/** Writes the panel as Parquet: counts as whole numbers, the rest as doubles, null where a measure is not defined. */
export async function writePanelParquet({ firms, firm, year, columns }: PanelTable, file: WholeFile): Promise<void> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const part = (from: number, to: number) => [
    {
      name: 'firm',
      type: 'STRING' as const,
      nullable: false,
      data: Array.from(firm.subarray(from, to), (nth) => firms[nth] ?? ''),
    },
    { name: 'year', type: 'INT32' as const, nullable: false, data: year.slice(from, to) },
    ...columns.map(({ name, values, isCount }) => ({
      name,
      type: isCount ? ('INT32' as const) : ('DOUBLE' as const),
      nullable: !isCount,
      data: isCount
        ? Int32Array.from(values.subarray(from, to))
        : Array.from(values.subarray(from, to), (value) => (Number.isNaN(value) ? null : value)),
    })),
  ];
  const bytes = new ByteWriter();
  // Takes away what is written so far; places in the file go on counting.
  const flush = (): void => {
    file.write(bytes.getBytes());
    bytes.index = 0;
  };
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: part(0, 0) }),
    createdBy: 'Entente',
  });
  for (let from = 0; from < year.length; from += ROWS_A_GROUP) {
    await writer.write({
      columnData: part(from, Math.min(from + ROWS_A_GROUP, year.length)),
      rowGroupSize: ROWS_A_GROUP,
    });
    flush();
  }
  await writer.finish();
  flush();
}
