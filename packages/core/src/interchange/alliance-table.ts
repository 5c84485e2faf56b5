import { groupedBy, Outcome, type Problem } from '../kernel/index.ts';
import { emptyRows, type RegisterRows, withBestValues } from '../register/index.ts';
import { readMemberRows } from './alliance-rows.ts';
import { nameKey } from './name-key.ts';
import { contradictions, warningsOf } from './table-contradictions.ts';
import { decodeTable } from './table-encoding.ts';
import type { Grid } from './table-cells.ts';
import { readDelimited } from './table-grid.ts';
import type { TableFile } from './table-file.ts';
import { TableRows } from './table-rows.ts';
import { isArchive, readSheets } from './table-workbook.ts';

export type AllianceTable = {
  readonly rows: RegisterRows;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

/** Reads a grid of alliances, one row a member, into register rows; with any problem nothing is read. */
function readAllianceGrid(file: string, grid: Grid): AllianceTable {
  const read = readMemberRows(file, grid);
  const groups = [...groupedBy(read.rows, (row) => nameKey(row.alliance)).values()];
  const problems = [...read.problems, ...groups.flatMap((rows) => contradictions(file, rows))];
  const table = new TableRows(file.split(/[\\/]/).at(-1) ?? file);
  if (problems.length === 0) for (const rows of groups) table.add(rows);
  const warnings = groups.flatMap((rows) => warningsOf(file, rows));
  return { rows: withBestValues(table.lists), problems, warnings };
}

async function gridOf(file: TableFile): Promise<Outcome<{ grid: Grid; encoding: string }>> {
  if (isArchive(file.bytes)) {
    const workbook = await readSheets(file.path, file.bytes);
    if (!workbook.ok) return workbook;
    const grid = (workbook.value[0]?.grid ?? []).map((row) => row.map((cell) => ({ ...cell, text: cell.text.trim() })));
    return Outcome.of({ grid, encoding: 'xlsx' });
  }
  const text = decodeTable(file.path, file.bytes);
  if (!text.ok) return text;
  const grid = readDelimited(file.path, text.value.text);
  return grid.ok ? Outcome.of({ grid: grid.value, encoding: text.value.encoding }) : grid;
}

/** Reads a CSV or XLSX table of alliances, one row a member. */
export async function readAllianceTable(file: TableFile): Promise<AllianceTable> {
  const outcome = await gridOf(file);
  if (!outcome.ok) return { rows: emptyRows(), problems: outcome.problems, warnings: [] };
  const table = readAllianceGrid(file.path, outcome.value.grid);
  if (['utf-8', 'xlsx'].includes(outcome.value.encoding)) return table;
  const warning = {
    file: file.path,
    line: 1,
    column: 1,
    code: 'encoding-guessed',
    message: `The text was read as ${outcome.value.encoding}`,
    fix: 'If names look wrong, save the table as UTF-8.',
  };
  return { ...table, warnings: [warning, ...table.warnings] };
}
