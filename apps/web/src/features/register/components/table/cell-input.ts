import { COLLECTIONS } from '@entente/contract/register';
import { readTypedDate, Slug } from '@entente/core/kernel';
import { TERM_WORDS, type TermList } from '@entente/core/register';
import { problemsIn } from '../forms/form-problems.ts';
import { readDate } from '../forms/read-date.ts';
import { readField } from '../forms/record-body.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { subjectIn, subjectParts } from './subjects-text.ts';
import { CUSTOM, isMention, type Mention, type TableField, valueIn } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';

/** Why what was typed cannot stand in a cell. */
export type CellProblem = { readonly code: string; readonly message: string; readonly fix: string | null };
/** Fields of a change; null takes a value away. */
export type CellBody = Readonly<Record<string, unknown>>;
export type CellRead =
  | { readonly ok: true; readonly body: CellBody }
  | { readonly ok: false; readonly problem: CellProblem };

const refused = (code: string, message: string, fix: string): CellRead => ({
  ok: false,
  problem: { code, message, fix },
});
const taken = (field: string, value: unknown): CellRead => ({
  ok: true,
  body: field.startsWith(CUSTOM) ? { custom: { [field.slice(CUSTOM.length)]: value } } : { [field]: value },
});

/** Figures as written in full width, with separators of thousands or with a percent sign are meant as plain figures. */
export const figureIn = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s*(?:%|percent|per cent|パーセント)\s*$/iu, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '')
    .trim();

const folded = (text: string): string => text.normalize('NFKC').trim().toLocaleLowerCase();

/** A term by its own name or by its words in any of the languages. */
function termIn(list: TermList, terms: readonly string[], text: string): string | null {
  const wanted = folded(text);
  const found = terms.find((term) => {
    const words = TERM_WORDS[list][term];
    return [term, words?.en, words?.ja, words?.['zh-Hant']].some(
      (each) => each !== undefined && folded(each) === wanted,
    );
  });
  return found ?? null;
}

function readDateCell(field: TableField, text: string): CellRead {
  const read = field.name.startsWith(CUSTOM) ? readTypedDate(text) : readDate(field.name, text);
  if (read.kind === 'date') return taken(field.name, read.edtf);
  if (read.kind === 'refused') return { ok: false, problem: read.problem };
  return refused('date-ambiguous', 'This may mean several dates', `Write one of: ${read.choices.join(', ')}.`);
}

function readDetails({ name, isRequired }: TableField, text: string): CellRead {
  const { value, problem } = readField({ as: 'details', name, required: isRequired }, text);
  return problem === undefined ? { ok: true, body: value } : { ok: false, problem };
}

function readSubjects({ name }: TableField, text: string): CellRead {
  const parts = subjectParts(text);
  const found = parts.flatMap((part) => subjectIn(part) ?? []);
  if (found.length === parts.length) return taken(name, found);
  return refused(
    'record-unknown',
    'Some of these are no records of this workspace',
    'Choose the records by their names.',
  );
}

function readText(field: TableField, text: string): CellRead {
  const { name, shape, choices } = field;
  if (choices !== null) {
    const found = choices.find(({ value, label }) => folded(value) === folded(text) || folded(label) === folded(text));
    return taken(name, found?.value ?? text);
  }
  switch (shape.as) {
    case 'date':
    case 'end':
      return readDateCell(field, text);
    case 'share':
    case 'decimal':
      return taken(name, figureIn(text));
    case 'whole': {
      const figure = figureIn(text);
      const isCount = /^\d{1,9}$/.test(figure) && !name.startsWith(CUSTOM);
      return taken(name, isCount ? Number(figure) : figure);
    }
    case 'term':
      return taken(name, termIn(shape.list, shape.terms, text) ?? text);
    case 'country':
    case 'lei':
      return taken(name, text.normalize('NFKC').toUpperCase());
    case 'lines':
      return taken(
        name,
        text.split(/[;；\n]/u).flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      );
    case 'details':
      return readDetails(field, text);
    case 'subjects':
      return readSubjects(field, text);
    case 'slug':
      return taken(name, name === 'slug' || name === 'key' ? text : Slug.from(text, text));
    case 'subject': {
      const [kind, id] = text.split(':');
      return taken(name, { kind, id });
    }
    default:
      return taken(name, text);
  }
}

/** What a cell holds once it is emptied. */
function emptied({ name, shape }: TableField): CellRead {
  if (shape.as === 'end') return taken(name, '..');
  if (shape.as === 'details') return taken(name, {});
  return taken(name, shape.as === 'lines' || shape.as === 'subjects' ? [] : null);
}

/**
 * What was typed into a cell as a change of its record, judged by the contract. References come as slugs, subjects as
 * `kind:slug`.
 */
export function readCell(table: TableName, field: TableField, text: string | null): CellRead {
  const plain = text?.trim() ?? '';
  if (plain === '' && field.isRequired)
    return refused('field-required', 'This field is needed', 'Fill it in, or leave the cell as it was.');
  const read = plain === '' ? emptied(field) : readText(field, plain);
  if (!read.ok) return read;
  const [problem] = problemsIn(COLLECTIONS[table].change, read.body);
  return problem === undefined ? read : { ok: false, problem };
}

/** A cell's value as one would type it; reading it again gives the same. */
export function typedText({ name, shape }: TableField, row: TableRow): string {
  const value = valueIn(row, name);
  if (value === null || value === '..') return '';
  const mentioned = (mention: Mention): string => mention.slug ?? mention.id;
  const asSubject = (mention: Mention): string => `${mention.kind}:${mentioned(mention)}`;
  if (Array.isArray(value))
    return value
      .map((one: unknown) => (isMention(one) ? asSubject(one) : typeof one === 'string' ? one : ''))
      .join('; ');
  if (isMention(value)) return shape.as === 'subject' ? asSubject(value) : mentioned(value);
  if (shape.as === 'details' && typeof value === 'object')
    return Object.entries(value)
      .map(([detail, text]) => `${detail}: ${text}`)
      .join('\n');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
