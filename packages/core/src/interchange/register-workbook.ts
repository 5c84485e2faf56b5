import type { RegisterTable } from './register-tables.ts';

/** The most that a cell of a workbook may hold. */
const LONGEST_CELL = 32_767;
const ROWS_AT_A_TIME = 500;

/**
 * Writes tables into `sink` as the sheets of one XLSX workbook, every cell a text, some rows at a time.
 * @param sink a writable stream
 * @param takesMore waits until the sink takes more; false when nobody reads it any more
 */
export async function writeRegisterWorkbook(
  sink: object,
  tables: Iterable<RegisterTable>,
  takesMore: () => Promise<boolean>,
): Promise<void> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: sink as never,
    useSharedStrings: false,
    useStyles: true,
  });
  for (const { collection, headings, rows } of tables) {
    const sheet = workbook.addWorksheet(collection, { views: [{ state: 'frozen', ySplit: 1 }] });
    const first = sheet.addRow([...headings]);
    first.font = { bold: true };
    first.commit();
    for (const [at, row] of rows.entries()) {
      if (at % ROWS_AT_A_TIME === 0 && !(await takesMore())) return;
      sheet.addRow(row.map((cell) => (cell === '' ? null : cell.slice(0, LONGEST_CELL)))).commit();
    }
    sheet.commit();
  }
  await workbook.commit();
}
