import {
  type Claim,
  EdtfDate,
  Outcome,
  Period,
  type Problem,
  type Rank,
  RANKS,
  SUBJECT_KINDS,
  type SubjectKind,
  type SubjectRef,
} from '../kernel/index.ts';
import {
  type CustomField,
  emptyRows,
  FIELDS,
  fieldOf,
  LIST_OF,
  type OpenRows,
  RECORD_FIELDS,
  type RecordField,
  type RegisterRows,
  withBestValues,
} from '../register/index.ts';
import { OWN_FIELDS, readOwnFields } from './own-fields-table.ts';
import { cellOf, CLAIM_COLLECTION, CLAIM_HEADINGS, kindOf, type RegisterTable } from './register-tables.ts';
import { decodeTable } from './table-encoding.ts';
import type { TableFile } from './table-file.ts';
import type { Cell, Grid } from './table-cells.ts';
import { readDelimited } from './table-grid.ts';
import { readDetails, readList, readText, unguardedCell } from './table-text.ts';
import { isArchive, readSheets } from './table-workbook.ts';

/** A table of a register as it was read: the collection, and its cells with their places, headings first. */
export type GivenTable = { readonly file: string; readonly collection: string; readonly grid: Grid };

/** A register read from tables; with any problem its rows are empty. */
export type TablesRead = {
  readonly rows: RegisterRows;
  /** Definitions of the workspace's own fields. */
  readonly ownFields: readonly CustomField[];
  readonly problems: readonly Problem[];
};

type Refuse = (cell: Cell, problem: Pick<Problem, 'code' | 'message' | 'fix'>) => null;
const FIRST: Cell = { text: '', line: 1, column: 1 };

/** Tables that were never written to a file, as they would be read from one. */
export const givenTables = (tables: readonly RegisterTable[]): readonly GivenTable[] =>
  tables.map(({ collection, headings, rows }) => ({
    file: collection,
    collection,
    grid: [headings, ...rows].map((row, line) =>
      row.map((text, column) => ({ text, line: line + 1, column: column + 1 })),
    ),
  }));

const collectionIn = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');

/** Reads the files of an export: CSV files called after their collection, or a workbook with a sheet for each. */
export async function givenFromFiles(files: readonly TableFile[]): Promise<Outcome<readonly GivenTable[]>> {
  const tables: GivenTable[] = [];
  for (const { path, bytes } of files) {
    if (isArchive(bytes)) {
      const sheets = await readSheets(path, bytes);
      if (!sheets.ok) return sheets;
      for (const { name, grid } of sheets.value) tables.push({ file: path, collection: name, grid });
      continue;
    }
    const text = decodeTable(path, bytes);
    if (!text.ok) return text;
    const grid = readDelimited(path, text.value.text, { delimiter: ',', exact: true });
    if (!grid.ok) return grid;
    const cells = grid.value.map((row) => row.map((cell) => ({ ...cell, text: unguardedCell(cell.text) })));
    tables.push({ file: path, collection: collectionIn(path), grid: cells });
  }
  return Outcome.of(tables);
}

/** Whether a file's tables are those of an export: collections whose first heading is `id`. */
export const isRegisterTable = ({ collection, grid }: GivenTable): boolean =>
  (kindOf(collection) !== null || collection === CLAIM_COLLECTION || collection === OWN_FIELDS) &&
  grid[0]?.[0]?.text === 'id';

/** Reads tables of whole registers; every fault is told at its cell. */
class TablesReader {
  readonly lists: OpenRows = emptyRows();
  readonly problems: Problem[] = [];
  readonly #mentions: { readonly subject: SubjectRef; readonly cell: Cell; readonly refuse: Refuse }[] = [];
  readonly #keys: { readonly key: string; readonly cell: Cell; readonly refuse: Refuse }[] = [];
  readonly #ids = new Set<string>();
  readonly #values: {
    readonly subject: SubjectRef;
    readonly field: RecordField;
    readonly cell: Cell;
    readonly refuse: Refuse;
  }[] = [];

  ownFields: readonly CustomField[] = [];

  read({ file, collection, grid }: GivenTable): void {
    if (collection === OWN_FIELDS) return this.#own(file, grid);
    const refuse: Refuse = (cell, problem) => {
      this.problems.push({ file, line: cell.line, column: cell.column, ...problem });
      return null;
    };
    const kind = kindOf(collection);
    const [header = [], ...body] = grid;
    if (kind === null && collection !== CLAIM_COLLECTION) {
      const fix = `Call it after a collection: ${SUBJECT_KINDS.map((each) => LIST_OF[each]).join(', ')} or claims.`;
      refuse(header[0] ?? FIRST, {
        code: 'collection-unknown',
        message: `"${collection}" is no collection of the register`,
        fix,
      });
      return;
    }
    const wanted = kind === null ? CLAIM_HEADINGS : ['id', ...RECORD_FIELDS[kind].map((field) => field.name)];
    const columns = columnsOf(header, wanted, refuse);
    if (columns === null) return;
    for (const cells of body) {
      const at = (name: string): Cell => cells[columns.get(name) ?? -1] ?? { ...(cells[0] ?? FIRST), text: '' };
      if (kind === null) this.#claim(at, refuse);
      else this.#record(kind, at, columns, refuse);
    }
  }

  #own(file: string, grid: Grid): void {
    const read = readOwnFields(file, grid);
    if (read.ok) this.ownFields = read.value;
    else this.problems.push(...read.problems);
  }

  #identified(kind: string, at: (name: string) => Cell, refuse: Refuse): string | null {
    const cell = at('id');
    const id = readText(cell.text);
    if (id === null)
      return refuse(cell, {
        code: 'cell-empty',
        message: 'The row has no id',
        fix: 'Give the id it was exported with.',
      });
    if (this.#ids.has(`${kind} ${id}`)) {
      return refuse(cell, { code: 'id-taken', message: `The id ${id} stands twice`, fix: 'Keep one of the two rows.' });
    }
    this.#ids.add(`${kind} ${id}`);
    return id;
  }

  #record(kind: SubjectKind, at: (name: string) => Cell, columns: ReadonlyMap<string, number>, refuse: Refuse): void {
    const id = this.#identified(kind, at, refuse);
    if (id === null) return;
    const subject = { kind, id };
    const row: Record<string, unknown> = { id };
    for (const field of RECORD_FIELDS[kind]) {
      const claimed = FIELDS[kind][field.name];
      if (claimed !== undefined) {
        row[field.name] = claimed.absent;
        if (columns.has(field.name)) this.#values.push({ subject, field, cell: at(field.name), refuse });
      } else row[field.name] = this.#identity(kind, field, at(field.name), refuse);
    }
    const list: unknown[] = this.lists[LIST_OF[kind]];
    list.push(row);
  }

  #identity(kind: SubjectKind, field: RecordField, cell: Cell, refuse: Refuse): unknown {
    const malformed = (code: 'value-refused', what: string): null =>
      refuse(cell, {
        code,
        message: `${field.name}: "${cell.text.slice(0, 40)}" is no ${what}`,
        fix: 'Leave the cell as it was exported.',
      });
    const text = readText(cell.text);
    if (text === null && field.required && field.as !== 'lines') {
      return refuse(cell, {
        code: 'cell-empty',
        message: `The row gives no ${field.name}`,
        fix: 'Leave the cell as it was exported.',
      });
    }
    switch (field.as) {
      case 'lines':
        return readList(cell.text) ?? malformed('value-refused', 'list');
      case 'details':
        return readDetails(cell.text) ?? malformed('value-refused', 'set of details');
      case 'subjects':
        return (
          readList(cell.text)?.map((each) => this.#mention(each, cell, refuse)) ??
          malformed('value-refused', 'list of records')
        );
      case 'subject':
        return text === null ? null : this.#mention(text, cell, refuse);
      case 'reference':
        // A source names the one it is reported in by its key.
        if (text !== null && kind === 'source') this.#keys.push({ key: text, cell, refuse });
        else if (text !== null) this.#mentions.push({ subject: { kind: field.to, id: text }, cell, refuse });
        return text;
      case 'whole':
        return text === null
          ? null
          : /^\d{1,15}$/.test(text)
            ? Number(text)
            : malformed('value-refused', 'whole number');
      case 'date': {
        const date = text === null ? null : EdtfDate.parse(text);
        return date === null ? null : date.ok ? date.value : malformed('value-refused', 'date');
      }
      case 'end': {
        const end = Period.parseEnd(text);
        return end.ok ? end.value : malformed('value-refused', 'end');
      }
      default:
        return text;
    }
  }

  #mention(text: string, cell: Cell, refuse: Refuse): SubjectRef | null {
    const colon = text.indexOf(':');
    const kind = SUBJECT_KINDS.find((each) => each === text.slice(0, Math.max(colon, 0)));
    if (kind === undefined) {
      const fix = 'Write kind:id, for example alliance:ft-china.';
      return refuse(cell, { code: 'value-refused', message: `"${text.slice(0, 40)}" names no record`, fix });
    }
    const subject = { kind, id: text.slice(colon + 1) };
    this.#mentions.push({ subject, cell, refuse });
    return subject;
  }

  #claim(at: (name: string) => Cell, refuse: Refuse): void {
    const id = this.#identified('claim', at, refuse);
    const text = (name: string): string => readText(at(name).text) ?? '';
    const kind = SUBJECT_KINDS.find((each) => each === text('kind'));
    const rank = RANKS.find((each) => each === text('rank'));
    if (id === null) return;
    if (kind === undefined || rank === undefined) {
      const cell = at(kind === undefined ? 'kind' : 'rank');
      refuse(cell, {
        code: 'term-unknown',
        message: `"${cell.text.slice(0, 40)}" is none of the terms here`,
        fix: `Use one of: ${(kind === undefined ? SUBJECT_KINDS : RANKS).join(', ')}.`,
      });
      return;
    }
    const claim: Claim = {
      id,
      subject: { kind, id: text('record') },
      field: text('field'),
      value: text('value'),
      source: text('source'),
      place: text('place'),
      quote: readText(at('quote').text),
      rank: rank satisfies Rank,
      reason: readText(at('reason').text),
    };
    this.#mentions.push({ subject: claim.subject, cell: at('record'), refuse });
    this.#keys.push({ key: claim.source, cell: at('source'), refuse });
    this.#judgeClaim(claim, at, refuse);
    this.lists.claims.push(claim);
  }

  #judgeClaim({ subject, field, value, rank, reason }: Claim, at: (name: string) => Cell, refuse: Refuse): void {
    const known = fieldOf(subject.kind, field);
    if (known === null) {
      refuse(at('field'), {
        code: 'field-unknown',
        message: `"${field}" is no field of ${subject.kind}`,
        fix: 'Leave the cell as it was exported.',
      });
      return;
    }
    const parsed = known.parse(value);
    if (!parsed.ok)
      for (const problem of parsed.problems)
        refuse(at('value'), { ...problem, message: `${field}: ${problem.message}` });
    if (rank !== 'normal' && reason === null) {
      refuse(at('reason'), {
        code: 'reason-missing',
        message: `The rank ${rank} has no reason`,
        fix: 'Say why this claim is ranked so.',
      });
    }
  }

  /** What can be judged only when all tables are read: references, sources, and values beside their claims. */
  finish(): TablesRead {
    for (const { subject, cell, refuse } of this.#mentions) {
      if (this.#ids.has(`${subject.kind} ${subject.id}`)) continue;
      refuse(cell, {
        code: 'record-unknown',
        message: `There is no ${subject.kind} "${subject.id}"`,
        fix: 'Give the table that holds it too.',
      });
    }
    const keys = new Set<string>(this.lists.sources.map((source) => source.key));
    for (const { key, cell, refuse } of this.#keys) {
      if (keys.has(key)) continue;
      refuse(cell, {
        code: 'source-unknown',
        message: `There is no source "${key}"`,
        fix: 'Give the table of sources too.',
      });
    }
    const { ownFields } = this;
    if (this.problems.length > 0) return { rows: emptyRows(), ownFields: [], problems: this.problems };
    const rows = withBestValues(this.lists);
    this.#compareValues(rows);
    return this.problems.length > 0
      ? { rows: emptyRows(), ownFields: [], problems: this.problems }
      : { rows, ownFields, problems: [] };
  }

  #compareValues(rows: RegisterRows): void {
    const byId = new Map<string, Readonly<Record<string, unknown>>>();
    for (const kind of SUBJECT_KINDS) {
      const list: readonly { readonly id: string }[] = rows[LIST_OF[kind]];
      for (const row of list) byId.set(`${kind} ${row.id}`, row);
    }
    for (const { subject, field, cell, refuse } of this.#values) {
      const text = cellOf(field, byId.get(`${subject.kind} ${subject.id}`)?.[field.name] ?? null);
      if (text === cell.text) continue;
      refuse(cell, {
        code: 'value-unclaimed',
        message: `${field.name} is "${cell.text.slice(0, 40)}" here and "${text.slice(0, 40)}" by its claims`,
        fix: 'Change the claim in the table of claims; a value stands on what a source states.',
      });
    }
  }
}

function columnsOf(
  header: readonly Cell[],
  wanted: readonly string[],
  refuse: Refuse,
): ReadonlyMap<string, number> | null {
  const columns = new Map<string, number>();
  let isSound = true;
  header.forEach((cell, index) => {
    if (cell.text === '') return;
    if (!wanted.includes(cell.text) || columns.has(cell.text)) {
      isSound = false;
      const isTwice = columns.has(cell.text);
      const message = isTwice
        ? `The column ${cell.text} stands twice`
        : `"${cell.text.slice(0, 40)}" is no column of this table`;
      refuse(cell, {
        code: isTwice ? 'column-twice' : 'column-unknown',
        message,
        fix: `Use the columns ${wanted.join(', ')}.`,
      });
    } else columns.set(cell.text, index);
  });
  if (!columns.has('id')) {
    isSound = false;
    refuse(header[0] ?? FIRST, {
      code: 'column-missing',
      message: 'The column id is missing',
      fix: 'Give the ids the rows were exported with.',
    });
  }
  return isSound ? columns : null;
}

/**
 * The register that tables of an export hold: what `tablesOf` wrote, given back whole. A cell that was changed is judged like
 * any other; a value that no claim states is told.
 */
export function registerFromTables(tables: readonly GivenTable[]): TablesRead {
  const reader = new TablesReader();
  for (const table of tables) reader.read(table);
  return reader.finish();
}
