import type { GridColumn } from '../../../../ui/grid/grid-model.ts';
import type { TableRow } from '../../api/table-queries.ts';

/** A spreadsheet would run a cell that begins so as a formula; with an apostrophe before it, it stays text. */
const RISKY = /^[=+\-@\t\r]/;

function csvCell(text: string): string {
  const safe = RISKY.test(text) ? `'${text}` : text;
  return /["\n\r,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Chosen rows as a CSV file, in the words that are shown. */
export function chosenCsv(columns: readonly GridColumn<TableRow>[], rows: readonly TableRow[]): string {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ text }) => text(row)))];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
