import {
  collectionOf,
  type ColumnSuggestion,
  givenFromFiles,
  importedTable,
  type ImportedTable,
  isRegisterTable,
  mappingAgain,
  type MappingQuestion,
  type ReadTable,
  readTable,
  registerFromTables,
  type RememberedMapping,
  suggestedMapping,
  type TableFile,
  type TableLayout,
  type TableMapping,
  type TablesRead,
} from '@entente/core/interchange';
import { type DateOrder, Outcome, type SubjectKind } from '@entente/core/kernel';
import { LIST_OF, type RegisterRows } from '@entente/core/register';

/** What a person says about the tables on the command line. */
export type ReadingOptions = {
  readonly layout?: TableLayout;
  readonly kind?: SubjectKind;
  readonly mapping?: RememberedMapping;
  readonly dateOrder?: DateOrder;
  readonly form?: string;
  readonly sheet?: string;
  readonly encoding?: string;
};

/** One table as it was read, under the mapping that holds for it. */
export type TableRead = {
  readonly table: ReadTable;
  readonly mapping: TableMapping;
  readonly columns: readonly ColumnSuggestion[];
  readonly questions: readonly MappingQuestion[];
  readonly imported: ImportedTable;
};

function mappingFor(table: ReadTable, options: ReadingOptions): Outcome<Omit<TableRead, 'table' | 'imported'>> {
  const { layout, kind, dateOrder, form } = options;
  const suggestion = suggestedMapping(table, {
    ...(layout === undefined ? {} : { layout }),
    ...(kind === undefined ? {} : { kind }),
  });
  const again = options.mapping && mappingAgain(options.mapping, table);
  if (again === null) {
    const needed = options.mapping?.mapping.columns.filter((column) => column.targets.length > 0) ?? [];
    return Outcome.refuse({
      file: table.file,
      line: table.headerLine,
      column: 1,
      code: 'mapping-unfit',
      message: 'The table lacks columns that the mapping reads',
      fix: `Give it the columns ${needed.map((column) => column.heading).join(', ')}, or leave out --mapping.`,
    });
  }
  const base = again ?? suggestion.mapping;
  const columns = base.columns.map((column) => ({ ...column, order: dateOrder ?? column.order }));
  const defaults = form === undefined ? base.defaults : { ...base.defaults, form };
  const questions = suggestion.questions.filter(
    (question) => !(question.ask === 'date-order' && dateOrder) && !(question.ask === 'form' && form),
  );
  return Outcome.of({ mapping: { ...base, columns, defaults }, columns: suggestion.columns, questions });
}

/** Reads one file as a table under its mapping. */
export async function tableRead(file: TableFile, options: ReadingOptions): Promise<Outcome<TableRead>> {
  const table = await readTable(file, { sheet: options.sheet ?? null, encoding: options.encoding ?? null });
  if (!table.ok) return table;
  const mapped = mappingFor(table.value, options);
  if (!mapped.ok) return mapped;
  const imported = importedTable(table.value, mapped.value.mapping);
  return Outcome.of({ table: table.value, ...mapped.value, imported });
}

/** A whole register from the tables of an export; null when the files are other tables. */
export async function exportedRegister(files: readonly TableFile[]): Promise<TablesRead | null> {
  const given = await givenFromFiles(files);
  if (!given.ok || given.value.length === 0 || !given.value.every(isRegisterTable)) return null;
  return registerFromTables(given.value);
}

/** How many records of each collection the rows hold; those that hold none are left out. */
export function countsOf(rows: RegisterRows): Readonly<Record<string, number>> {
  const kinds = Object.keys(LIST_OF) as SubjectKind[];
  const counts = [
    ...kinds.map((kind) => [collectionOf(kind), rows[LIST_OF[kind]].length] as const),
    ['claims', rows.claims.length] as const,
  ];
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
