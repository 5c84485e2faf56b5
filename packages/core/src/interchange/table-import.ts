import type { SubjectRef } from '../kernel/index.ts';
import { type CustomField, emptyRows, type RegisterRows } from '../register/index.ts';
import { allianceDrafts, allianceGroups } from './alliance-drafts.ts';
import type { ClaimSeries } from './imported-claims.ts';
import { ImportedAlliances } from './imported-alliances.ts';
import { ImportedRecords } from './imported-records.ts';
import { ImportedRows, type KnownRecords, NOTHING_KNOWN, type RowPortion, type StatedFact } from './imported-rows.ts';
import { type CellProblem, type CellReading, type Corrections, MappedCells } from './mapped-cells.ts';
import { collectionOf, headingsOf } from './register-tables.ts';
import type { RowGroups } from './row-groups.ts';
import type { Cell, Grid } from './table-cells.ts';
import type { TableMapping } from './table-mapping.ts';
import type { ReadTable } from './table-reading.ts';

/** What is told of a table under a mapping beside its rows. */
export type JudgedTable = {
  /** Records that are there already and that rows of the table refer to. */
  readonly linked: readonly SubjectRef[];
  /** What is stated of records that are there in fields without claims; references as in the rows. */
  readonly facts: readonly StatedFact[];
  /** Ids of the records that the table names by their ids: what it says of them is a correction of an exported table. */
  readonly identified: readonly string[];
  readonly problems: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
  /** The rows of a table without problems once more, portion by portion. */
  readonly again: () => Iterable<RowPortion>;
};

/** What a table came to under a mapping. With any problem the rows are empty: nothing is half imported. */
export type ImportedTable = Omit<JudgedTable, 'again'> & {
  /**
   * New rows with their claims; ids are readable names, unique within each kind. References may name ids of records that
   * are there already, all of them in `linked`.
   */
  readonly rows: RegisterRows;
  /** The claims among the rows, without making an array of what may be a million. */
  readonly claims: ClaimSeries;
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

/** Claims of a portion, more or less: so many that the database takes them well, so few that they take little memory. */
const PORTION_CLAIMS = 20_000;

type Reading = {
  readonly table: ReadTable;
  readonly mapping: TableMapping;
  readonly options: ImportOptions;
  readonly read: MappedCells;
  /** Which rows state one alliance; null where each does, and where rows are other records. */
  readonly groups: RowGroups | null;
};

const cellsOf = (table: ReadTable, mapping: TableMapping, options: ImportOptions, isKeeping = false): MappedCells =>
  new MappedCells(table.file, options.corrections ?? new Map(), exported(table, mapping), isKeeping);

const readingOf = (table: ReadTable, mapping: TableMapping, options: ImportOptions, isKeeping = false): Reading => {
  const read = cellsOf(table, mapping, options, isKeeping);
  const groups = mapping.layout === 'records' ? null : allianceGroups(table.rows, mapping, read, table.columns);
  return { table, mapping, options, read, groups };
};

const rowsOf = ({ table, options }: Reading, later?: ImportedRows['late']): ImportedRows =>
  new ImportedRows(
    options.title ?? table.file.split(/[\\/]/).at(-1) ?? table.file,
    options.known ?? NOTHING_KNOWN,
    later,
  );

/**
 * Puts what is read of the cells into rows, and takes these portion by portion. Only rows of alliances come in portions:
 * records of other kinds refer to each other all over a table.
 */
function* portionsOf(
  { table, mapping, options, read, groups }: Reading,
  rows: ImportedRows,
  portionClaims: number,
): Generator<RowPortion> {
  if (mapping.layout === 'records') {
    const records = new ImportedRecords(rows, read, options.known ?? NOTHING_KNOWN, options.custom ?? []);
    records.addAll(table.rows, mapping, table.columns);
  } else {
    const alliances = new ImportedAlliances(rows, read);
    for (const draft of allianceDrafts(table.rows, mapping, read, table.columns, groups)) {
      alliances.add(draft);
      if (rows.size >= portionClaims) yield rows.taken();
    }
  }
  yield rows.taken();
}

/**
 * Reads a table under a mapping, every value a claim of the table at its row, every fault told at its line and column with the
 * mend, what may mean several things asked with its choices. The rows themselves are shown some at a time and not held:
 * those of a large table take many times what the table takes. `again` gives them anew, portion by portion.
 * @param look is shown the rows of each alliance until there is a problem, and which records that are there already the rows refer to so
 *   far; what it was shown counts for nothing when there are problems in the end
 * @param portionClaims how many claims make a portion when the rows are given anew
 */
export function judgedTable(
  table: ReadTable,
  mapping: TableMapping,
  options: ImportOptions,
  look: (portion: RowPortion, linked: ReadonlyMap<string, SubjectRef>) => void,
  portionClaims = PORTION_CLAIMS,
): JudgedTable {
  return judged(table, mapping, options, look, { looked: 1, again: portionClaims });
}

/** @param sizes how many claims make a portion that is looked at, and one of those that are given anew: a whole number of them */
function judged(
  table: ReadTable,
  mapping: TableMapping,
  options: ImportOptions,
  look: (portion: RowPortion, linked: ReadonlyMap<string, SubjectRef>) => void,
  sizes: { readonly looked: number; readonly again: number },
): JudgedTable {
  const reading = readingOf(table, mapping, options);
  const { read } = reading;
  const rows = rowsOf(reading);
  for (const portion of portionsOf(reading, rows, sizes.looked))
    if (read.problems.length === 0) look(portion, rows.linked);
  const isSound = read.problems.length === 0;
  const { late, refersAhead } = rows;
  return {
    linked: [...rows.linked.values()],
    facts: isSound ? rows.facts() : [],
    identified: [...rows.identified],
    problems: read.problems.toSorted(
      (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
    ),
    warnings: [...table.warnings, ...read.warnings],
    again: () => {
      const once = { ...reading, read: cellsOf(table, mapping, options) };
      // What rows refer to stands before them: where one refers ahead, all rows are one portion.
      return refersAhead
        ? portionsOf(once, rowsOf(once), Number.POSITIVE_INFINITY)
        : portionsOf(once, rowsOf(once, late), sizes.again);
    },
  };
}

/** Reads a table into register rows under a mapping: what `judgedTable` tells, and all its rows as one. */
export function importedTable(table: ReadTable, mapping: TableMapping, options: ImportOptions = {}): ImportedTable {
  const whole: RowPortion[] = [];
  const sizes = { looked: Number.POSITIVE_INFINITY, again: Number.POSITIVE_INFINITY };
  const { again: _, ...told } = judged(table, mapping, options, (portion) => whole.push(portion), sizes);
  const [portion] = told.problems.length === 0 ? whole : [];
  return { ...told, rows: portion?.rows ?? emptyRows(), claims: portion?.claims ?? [] };
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
  const reading = readingOf({ ...table, rows: lines }, mapping, options, true);
  for (const _portion of portionsOf(reading, rowsOf(reading), Number.POSITIVE_INFINITY)) continue;
  return (cell) => reading.read.readingsOf(cell);
}
