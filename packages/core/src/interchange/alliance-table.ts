import { groupedBy, type Problem } from '../kernel/index.ts';
import { emptyRows, type RegisterRows, withBestValues } from '../register/index.ts';
import { readMemberRows } from './alliance-rows.ts';
import { nameKey } from './name-key.ts';
import { contradictions, warningsOf } from './table-contradictions.ts';
import type { Grid } from './table-cells.ts';
import type { TableFile } from './table-file.ts';
import { TableRows } from './table-rows.ts';
import { readWholeTable } from './whole-table.ts';

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

/** Reads a CSV or XLSX table of alliances, one row a member. */
export async function readAllianceTable(file: TableFile): Promise<AllianceTable> {
  const whole = await readWholeTable(file);
  if (!whole.ok) return { rows: emptyRows(), problems: whole.problems, warnings: [] };
  const table = readAllianceGrid(file.path, whole.value.grid);
  return { ...table, warnings: [...whole.value.warnings, ...table.warnings] };
}
