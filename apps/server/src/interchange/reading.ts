import {
  type Cell,
  type CellProblem,
  type CellReading,
  cellReadings,
  type Grid,
  judgedTable,
  type JudgedTable,
  type MappedColumn,
  mappingAgain,
  type ReadTable,
  readTable,
  type RememberedMapping,
  type Rows,
  type SuggestedMapping,
  suggestedMapping,
  TABLE_LAYOUTS,
  type TableLayout,
  type TableMapping,
} from '@entente/core/interchange';
import { type DateOrder, Outcome, type Problem, type SubjectKind } from '@entente/core/kernel';
import { type CustomField, RECORD_FIELDS } from '@entente/core/register';
import type { ImportChoices } from './import-choices.ts';
import { ChosenRecords, type KnownNames, NameBook } from './known-names.ts';
import { layoutName, layoutOf, MOST_COLUMNS, targetsOf } from './layouts.ts';
import { questionsOf, type ReadingQuestion } from './reading-questions.ts';

/** All that reading a table takes. Plain data: it goes to a worker. */
export type ReadingRequest = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly choices: ImportChoices;
  readonly known: KnownNames;
  readonly custom: readonly CustomField[];
  readonly remembered: readonly (RememberedMapping & { readonly id: string; readonly name: string })[];
  readonly mostUnpacked: number;
};

/** A table as it was understood. */
export type TableReading = {
  readonly table: ReadTable;
  readonly mapping: TableMapping;
  readonly suggested: SuggestedMapping;
  readonly mappingUsed: { readonly id: string; readonly name: string } | null;
  readonly questions: readonly ReadingQuestion[];
  readonly imported: JudgedTable;
  readonly problems: readonly CellProblem[];
  /** Texts that hold in place of cells, by `line:column`. */
  readonly corrections: ReadonlyMap<string, string>;
  /** What the cells of some of the rows are read as. */
  readonly readingsOf: (rows: Grid) => (cell: Cell) => readonly CellReading[];
  readonly chosen: ChosenRecords;
  readonly book: NameBook;
};

const FIRST = { line: 1, column: 1 } as const;

function tooWide(file: string, columns: number): Problem {
  return {
    file,
    ...FIRST,
    code: 'table-too-wide',
    message: `The table has ${columns} columns; fewer than ${MOST_COLUMNS} are read`,
    fix: 'Remove the columns that are not meant to be imported, and empty columns to the right.',
  };
}

/** The mapping that holds: what was said, on top of what is remembered for these headings, or of what is suggested. */
function mappingFor(
  table: ReadTable,
  { choices, remembered, custom }: ReadingRequest,
): { mapping: TableMapping; suggested: SuggestedMapping; used: TableReading['mappingUsed'] } {
  const said = choices.layout === undefined ? null : layoutOf(choices.layout);
  const options = said === null ? {} : { layout: said.layout, kind: said.kind };
  const suggested = suggestedMapping(table, { custom, ...options });
  const fitting = remembered
    .map((each) => ({ ...each, again: mappingAgain(each, table) }))
    .find(({ again }) => again !== null && (said === null || layoutName(again) === choices.layout));
  const base = fitting?.again ?? suggested.mapping;
  const answers = choices.answers ?? {};
  const columns = base.columns.map((column): MappedColumn => {
    const given = choices.mapping?.[String(column.index)];
    const order = answers[`order:${column.index}`] as DateOrder | undefined;
    const serials = answers[`serials:${column.index}`];
    return {
      ...column,
      targets: given === undefined ? column.targets : targetsOf(given),
      order: order ?? column.order,
      serials: serials === 'from-1900' || serials === 'from-1904' ? serials : column.serials,
    };
  });
  const form = answers['default:form'];
  const defaults = form === undefined || form === 'none' ? base.defaults : { ...base.defaults, form };
  const used = fitting === undefined ? null : { id: fitting.id, name: fitting.name };
  return { mapping: { ...base, columns, defaults }, suggested, used };
}

/** Where the cells of some lines stand, by the index of their column. */
function placesOn(rows: Rows, lines: ReadonlySet<number>): (line: number, index: number) => string | null {
  const found = new Map<number, readonly Cell[]>();
  if (lines.size > 0) {
    for (const row of rows) for (const { line } of row) if (lines.has(line) && !found.has(line)) found.set(line, row);
  }
  return (line, index) => {
    const cell = found.get(line)?.[index];
    return cell === undefined ? null : `${cell.line}:${cell.column}`;
  };
}

/** Texts in place of cells: answers to what single cells mean, and mends. */
function correctionsOf(table: ReadTable, { answers = {}, cells = {} }: ImportChoices): Map<string, string> {
  const corrections = new Map<string, string>();
  const mends = Object.entries(cells).map(([at, text]) => {
    const [line = 0, index = 0] = at.split(':').map(Number);
    return { line, index, text };
  });
  const placeOf = placesOn(table.rows, new Set(mends.map(({ line }) => line)));
  for (const { line, index, text } of mends) {
    const place = placeOf(line, index);
    if (place !== null) corrections.set(place, text);
  }
  for (const [id, answer] of Object.entries(answers)) {
    if (id.startsWith('cell:')) corrections.set(id.slice('cell:'.length), answer);
  }
  return corrections;
}

/** Reads a table and judges it under the mapping that holds; `look` is shown the rows it comes to. */
export async function tableReading(
  request: ReadingRequest,
  look: Parameters<typeof judgedTable>[3],
): Promise<Outcome<TableReading>> {
  const { name, bytes, choices } = request;
  const { encoding, delimiter, sheet, headerRow, keep, leaveOut } = choices;
  const read = await readTable(
    { path: name, bytes },
    {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(headerRow === undefined ? {} : { headerLine: headerRow }),
      keep: keep ?? [],
      leaveOut: leaveOut ?? [],
    },
  );
  if (!read.ok) return read;
  const table = read.value;
  const width = Math.max(...table.columns.map(({ index }) => index + 1));
  if (width >= MOST_COLUMNS) return Outcome.refuse(tooWide(name, width));
  const { mapping, suggested, used } = mappingFor(table, request);
  const book = new NameBook(request.known);
  const chosen = new ChosenRecords(book, choices.matches ?? {});
  const corrections = correctionsOf(table, choices);
  const title = name.split(/[\\/]/).at(-1) ?? name;
  const options = { known: chosen, corrections, custom: request.custom, title };
  const imported = judgedTable(table, mapping, options, look);
  const { questions, problems } = questionsOf(table, mapping, suggested, imported.problems, choices.answers ?? {});
  return Outcome.of({
    table,
    mapping,
    suggested,
    mappingUsed: used,
    questions,
    imported,
    problems,
    corrections,
    readingsOf: (rows) => cellReadings(table, rows, mapping, options),
    chosen,
    book,
  });
}

/** Every layout by name: those of tables of alliances, then records of each kind. */
export const LAYOUTS: readonly string[] = [
  ...TABLE_LAYOUTS.filter((layout: TableLayout) => layout !== 'records'),
  ...(Object.keys(RECORD_FIELDS) as SubjectKind[]).map((kind) => `records:${kind}`),
];
