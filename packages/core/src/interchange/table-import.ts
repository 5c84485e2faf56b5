import type { SubjectRef } from '../kernel/index.ts';
import { type CustomField, emptyRows, type RegisterRows } from '../register/index.ts';
import { allianceDrafts } from './alliance-drafts.ts';
import type { ClaimSeries } from './imported-claims.ts';
import { ImportedAlliances } from './imported-alliances.ts';
import { ImportedRecords } from './imported-records.ts';
import { ImportedRows, type KnownRecords, NOTHING_KNOWN, type StatedFact } from './imported-rows.ts';
import { type CellProblem, type CellReading, type Corrections, MappedCells } from './mapped-cells.ts';
import { collectionOf, headingsOf } from './register-tables.ts';
import type { Cell, Grid } from './table-cells.ts';
import type { TableMapping } from './table-mapping.ts';
import type { ReadTable } from './table-reading.ts';

/** What a table came to under a mapping. With any problem the rows are empty: nothing is half imported. */
export type ImportedTable = {
  /**
   * New rows with their claims; ids are readable names, unique within each kind. References may name ids of records that
   * are there already, all of them in `linked`.
   */
  readonly rows: RegisterRows;
  /** The claims among the rows, without making an array of what may be a million. */
  readonly claims: ClaimSeries;
  readonly linked: readonly SubjectRef[];
  /** What is stated of records that are there in fields without claims; references as in `rows`. */
  readonly facts: readonly StatedFact[];
  /** Ids of the records that the table names by their ids: what it says of them is a correction of an exported table. */
  readonly identified: readonly string[];
  readonly problems: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
};

export type ImportOptions = {
  /** What names in the table mean that are in the register already; nothing, when left out. */
  readonly known?: KnownRecords;
  readonly corrections?: Corrections;
  /** The workspace's own fields. */
  readonly custom?: readonly CustomField[];
  /** What the table is called as a source; its file name, when left out. */
  readonly title?: string;
};

/** Whether a table is one of an exported register, whose cells stand exactly as they were written. */
function exported({ file, sheet, columns }: ReadTable, { layout, kind }: TableMapping): 'text' | 'sheet' | null {
  const collection = sheet ?? (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  const headings = headingsOf(kind);
  const isExported =
    layout === 'records' &&
    collection === collectionOf(kind) &&
    headings.length === columns.length &&
    columns.every(({ heading }, index) => heading === headings[index]);
  if (!isExported) return null;
  return sheet === null ? 'text' : 'sheet';
}

/**
 * Reads a table into register rows under a mapping: every value a claim of the table at its row, every fault told at its
 * line and column with the mend, what may mean several things asked with its choices.
 */
export function importedTable(table: ReadTable, mapping: TableMapping, options: ImportOptions = {}): ImportedTable {
  const read = new MappedCells(table.file, options.corrections ?? new Map(), exported(table, mapping));
  const rows = rowsRead(table, mapping, options, read);
  const isSound = read.problems.length === 0;
  return {
    rows: isSound ? rows.rows() : emptyRows(),
    claims: isSound ? rows.claims : [],
    linked: [...rows.linked.values()],
    facts: isSound ? rows.facts() : [],
    identified: [...rows.identified],
    problems: read.problems.toSorted(
      (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
    ),
    warnings: [...table.warnings, ...read.warnings],
  };
}

/** Puts what is read of the cells into rows. */
function rowsRead(table: ReadTable, mapping: TableMapping, options: ImportOptions, read: MappedCells): ImportedRows {
  const known = options.known ?? NOTHING_KNOWN;
  const title = options.title ?? table.file.split(/[\\/]/).at(-1) ?? table.file;
  const rows = new ImportedRows(title, known);
  if (mapping.layout === 'records') {
    new ImportedRecords(rows, read, known, options.custom ?? []).addAll(table.rows, mapping, table.columns);
  } else {
    const alliances = new ImportedAlliances(rows, read);
    for (const draft of allianceDrafts(table.rows, mapping, read, table.columns)) alliances.add(draft);
  }
  return rows;
}

/**
 * What single cells of a table are read as, such as `2003-12-31` for "31.12.2003": for rows that somebody looks at.
 * @param lines the rows that are looked at
 */
export function cellReadings(
  table: ReadTable,
  lines: Grid,
  mapping: TableMapping,
  options: ImportOptions = {},
): (cell: Cell) => readonly CellReading[] {
  const read = new MappedCells(table.file, options.corrections ?? new Map(), exported(table, mapping), true);
  rowsRead({ ...table, rows: lines }, mapping, options, read);
  return (cell) => read.readingsOf(cell);
}
