import { stringify } from 'csv-stringify/sync';
import { guardedCell } from './table-text.ts';

/** A cell of a table that is written: text, a number as exact decimal text, or nothing. */
export type WrittenCell = string | { readonly number: string } | null;

/**
 * A cell as CSV holds it. A number is written as it is; a text that a spreadsheet would run gets an apostrophe before it,
 * which reading takes off again: `=1+1` becomes `'=1+1`.
 */
function csvCell(cell: WrittenCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.number;
  return guardedCell(cell);
}

/** The sign by which spreadsheets know UTF-8; a file begins with it. */
export const CSV_BEGIN = '\uFEFF';

/**
 * Rows as RFC 4180 has them.
 * @param lines `unix` for files that programs read line by line
 */
export const csvText = (rows: readonly (readonly WrittenCell[])[], lines: 'windows' | 'unix' = 'windows'): string =>
  stringify(
    rows.map((row) => row.map(csvCell)),
    { record_delimiter: lines, quoted_match: /[\r\n]/ },
  );

/** The most that a cell of a workbook may hold. */
const LONGEST_CELL = 32_767;

/** A number keeps its figures, or stays text: a workbook's numbers have fifteen. */
function workbookCell(cell: WrittenCell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell;
  const value = Number(cell.number);
  return String(value) === cell.number ? value : cell.number;
}

/** A workbook of one sheet, written row by row. */
export type WorkbookRows = {
  readonly add: (row: readonly WrittenCell[]) => void;
  /** Finishes the file and ends its sink. */
  readonly end: () => Promise<void>;
};

/**
 * Begins an XLSX workbook whose bytes go into `sink` while rows come, so that no table is held whole.
 * @param sink a writable stream
 * @param heads the first row, which stays in sight when the sheet is scrolled
 */
export async function openWorkbook(
  sink: object,
  { sheet, heads }: { readonly sheet: string; readonly heads: readonly string[] },
): Promise<WorkbookRows> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: sink as never,
    useSharedStrings: false,
    useStyles: true,
  });
  const rows = workbook.addWorksheet(sheet.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  const first = rows.addRow([...heads]);
  first.font = { bold: true };
  first.commit();
  return {
    add: (row) => rows.addRow(row.map(workbookCell)).commit(),
    end: async () => {
      rows.commit();
      await workbook.commit();
    },
  };
}
