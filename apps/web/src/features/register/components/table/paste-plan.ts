import { COLLECTIONS } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import type { RecordWrite } from '../../api/register-writes.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { problemsIn } from '../forms/form-problems.ts';
import { type CellBody, type CellProblem, readCell, typedText } from './cell-input.ts';
import { SUBJECTS, subjectIn, subjectParts } from './subjects-text.ts';
import { CUSTOM, type TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';

/** A pasted cell beside what it is laid over. */
export type PlannedCell = {
  readonly field: TableField;
  readonly text: string;
  /** Nothing would change, the cell will hold the text, or it cannot. */
  readonly outcome: 'same' | 'changed' | CellProblem;
};

export type PlannedRow = {
  /** Null: a record that would be added. */
  readonly row: TableRow | null;
  readonly cells: readonly PlannedCell[];
  /** What speaks against adding the record at all. */
  readonly problem: CellProblem | null;
  readonly write: RecordWrite | null;
};

export type PastePlan = {
  readonly fields: readonly TableField[];
  readonly rows: readonly PlannedRow[];
  readonly problems: number;
  readonly writes: readonly RecordWrite[];
  /** Pasted columns that stand beyond the last of the table. */
  readonly columnsOver: number;
};

/** Which record a text names, by any script; null when none or several are called so. */
export type ReferenceOf = (kind: SubjectKind, text: string) => string | null;

const unnamed = (text: string): CellProblem => ({
  code: 'record-unknown',
  message: `No record is called "${text.slice(0, 60)}"`,
  fix: 'Write the name as the record has it, or add the record first.',
});
const unwritable: CellProblem = {
  code: 'field-unknown',
  message: 'This column is not written from a table',
  fix: 'Change it on the page of the record.',
};

/** The kinds of record that a reference of the field may name. */
export function kindsNamed({ shape }: TableField): readonly SubjectKind[] {
  if (shape.as === 'reference') return [shape.to];
  if (shape.as === 'subjects') return SUBJECTS;
  return shape.as === 'subject' ? shape.to : [];
}

/** Each of several records by its kind and slug, or by a name that one kind alone has. */
function subjectsText(text: string, referenceOf: ReferenceOf): string | null {
  const named = subjectParts(text).map((part) => {
    if (subjectIn(part) !== null) return part;
    const found = SUBJECTS.flatMap((kind) => {
      const reference = referenceOf(kind, part);
      return reference === null ? [] : [`${kind}:${reference}`];
    });
    return found.length === 1 ? (found[0] ?? null) : null;
  });
  return named.includes(null) ? null : named.join('; ');
}

function referenceText(field: TableField, text: string, referenceOf: ReferenceOf): string | null {
  if (field.shape.as === 'subjects') return subjectsText(text, referenceOf);
  for (const kind of kindsNamed(field)) {
    const found = referenceOf(kind, text);
    if (found !== null) return field.shape.as === 'subject' ? `${kind}:${found}` : found;
  }
  return null;
}

/** Details in one cell, as files have them, begin a line each. */
const linesOf = ({ shape }: TableField, text: string): string =>
  shape.as === 'details' ? text.replace(/[;；]\s*(?=[a-z][A-Za-z]*\s*[:：])/gu, '\n') : text;

type Judged = PlannedCell & { readonly body: CellBody };

function judgedCell(
  table: TableName,
  field: TableField,
  text: string,
  row: TableRow | null,
  referenceOf: ReferenceOf,
): Judged {
  const cell = { field, text, body: {} };
  const plain = text.trim();
  if (row === null && plain === '') return { ...cell, outcome: 'same' };
  if (!field.isTyped || row?.abilities.change === false) return { ...cell, outcome: unwritable };
  const isNamed = kindsNamed(field).length > 0 && plain !== '';
  const typed = isNamed ? referenceText(field, plain, referenceOf) : linesOf(field, plain);
  if (typed === null) return { ...cell, outcome: unnamed(plain) };
  if (row !== null && typed === typedText(field, row)) return { ...cell, outcome: 'same' };
  const read = readCell(table, field, typed === '' ? null : typed);
  if (!read.ok) return { ...cell, outcome: read.problem };
  return row !== null && holds(row, read.body)
    ? { ...cell, outcome: 'same' }
    : { ...cell, outcome: 'changed', body: read.body };
}

/** Whether a row has what a change would bring. */
function holds(row: TableRow, body: CellBody): boolean {
  return Object.entries(body).every(([name, value]) => JSON.stringify(row[name] ?? null) === JSON.stringify(value));
}

const merged = (bodies: readonly CellBody[]): CellBody => {
  const entries = (parts: readonly CellBody[]): CellBody => Object.fromEntries(parts.flatMap(Object.entries));
  const custom = entries(bodies.map((body) => (body['custom'] ?? {}) as CellBody));
  return { ...entries(bodies), ...(Object.keys(custom).length > 0 ? { custom } : {}) };
};

function plannedRow(table: TableName, row: TableRow | null, judged: readonly Judged[]): PlannedRow {
  const cells = judged.map(({ field, text, outcome }) => ({ field, text, outcome }));
  const body = merged(judged.flatMap((cell) => (cell.outcome === 'changed' ? [cell.body] : [])));
  const isEmpty = Object.keys(body).length === 0;
  if (row !== null) {
    const change = { collection: table, record: row.id, version: row.version, change: body };
    return { row, cells, problem: null, write: isEmpty ? null : change };
  }
  const [problem] = isEmpty ? [] : problemsIn(COLLECTIONS[table].creation, body);
  const isRefused = problem !== undefined || isEmpty;
  return { row, cells, problem: problem ?? null, write: isRefused ? null : { collection: table, create: body } };
}

type Block = {
  readonly cells: readonly (readonly string[])[];
  /** The columns from the active cell on. */
  readonly fields: readonly TableField[];
  /** The rows from the active cell on; pasted rows beyond the last are added. */
  readonly rows: readonly TableRow[];
};

/** Lays a pasted block over the table: what each cell would become, what cannot be, and the writes of it. */
export function pastePlan(table: TableName, block: Block, referenceOf: ReferenceOf): PastePlan {
  const width = Math.max(0, ...block.cells.map(({ length }) => length));
  const fields = block.fields.slice(0, width);
  const rows = block.cells.map((texts, at) => {
    const row = block.rows[at] ?? null;
    const judged = fields.flatMap((field, column) => {
      const text = texts[column];
      return text === undefined ? [] : [judgedCell(table, field, text, row, referenceOf)];
    });
    return plannedRow(table, row, judged);
  });
  const refused = (row: PlannedRow): number =>
    row.cells.filter(({ outcome }) => typeof outcome === 'object').length + (row.problem === null ? 0 : 1);
  return {
    fields,
    rows,
    problems: rows.reduce((sum, row) => sum + refused(row), 0),
    writes: rows.flatMap(({ write }) => write ?? []),
    columnsOver: Math.max(0, width - fields.length),
  };
}

/** The names of records that a block holds, by the kinds that its columns name. */
export function namesIn({ cells, fields }: Block): readonly { readonly kind: SubjectKind; readonly text: string }[] {
  const found = new Map<string, { kind: SubjectKind; text: string }>();
  for (const texts of cells) {
    for (const [at, field] of fields.entries()) {
      const text = texts[at]?.trim() ?? '';
      if (text === '' || field.name.startsWith(CUSTOM)) continue;
      const names = field.shape.as === 'subjects' ? subjectParts(text) : [text];
      for (const kind of kindsNamed(field)) {
        for (const name of names) found.set(`${kind} ${name}`, { kind, text: name });
      }
    }
  }
  return [...found.values()];
}
