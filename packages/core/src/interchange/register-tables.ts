import { type Claim, type EdtfDate, invariant, Period, type SubjectKind, type SubjectRef } from '../kernel/index.ts';
import { LIST_OF, RECORD_FIELDS, type RecordField, type RegisterRows } from '../register/index.ts';
import { csvLine, writtenDetails, writtenList, writtenText } from './table-text.ts';

/** One kind of record as a table: its collection's name, headings, and a row a record; all texts. */
export type RegisterTable = {
  readonly collection: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export const CLAIM_COLLECTION = 'claims';
export const CLAIM_HEADINGS = [
  'id',
  'kind',
  'record',
  'field',
  'value',
  'source',
  'place',
  'quote',
  'rank',
  'reason',
] as const;

/** What the table of a kind is called: `organisation-names`, as in addresses. */
export const collectionOf = (kind: SubjectKind): string =>
  LIST_OF[kind].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The kind of record that a collection holds; null for claims and for what is none. */
export function kindOf(collection: string): SubjectKind | null {
  const kinds = Object.keys(LIST_OF) as SubjectKind[];
  return kinds.find((kind) => collectionOf(kind) === collection) ?? null;
}

export const headingsOf = (kind: SubjectKind): readonly string[] => [
  'id',
  ...RECORD_FIELDS[kind].map((field) => field.name),
];

/** A field's value as the text of a cell. */
export function cellOf(field: RecordField, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (field.as) {
    case 'date':
      return (value as EdtfDate).text;
    case 'end':
      return value === 'open' ? '' : Period.endText(value as Period['to']);
    case 'whole':
      return JSON.stringify(value);
    case 'lines':
      return writtenList(value as readonly string[]);
    case 'subjects':
      return writtenList((value as readonly SubjectRef[]).map(subjectText));
    case 'subject':
      return subjectText(value as SubjectRef);
    case 'details':
      return writtenDetails(value as Readonly<Record<string, string>>);
    default:
      invariant(typeof value === 'string', `${field.name} is a text`);
      return writtenText(value);
  }
}

const subjectText = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;

function recordTable(kind: SubjectKind, rows: RegisterRows): RegisterTable {
  const list: readonly Readonly<Record<string, unknown>>[] = rows[LIST_OF[kind]];
  return {
    collection: collectionOf(kind),
    headings: headingsOf(kind),
    rows: list.map((row) => [
      writtenText(String(row['id'])),
      ...RECORD_FIELDS[kind].map((field) => cellOf(field, row[field.name])),
    ]),
  };
}

const claimRow = ({ id, subject, field, value, source, place, quote, rank, reason }: Claim): string[] =>
  [id, subject.kind, subject.id, field, value, source, place, quote, rank, reason].map(writtenText);

/**
 * A whole register as tables, one a kind of record and one of claims, ids kept: `registerFromTables` gives back the same
 * register. Values of fields stand beside their claims for people to read; the claims decide.
 */
export const tablesOf = (rows: RegisterRows): readonly RegisterTable[] => [...eachTable(rows)];

/** The same one by one, so that no two have to be held at once. */
export function* eachTable(rows: RegisterRows): Generator<RegisterTable> {
  for (const kind of Object.keys(LIST_OF) as SubjectKind[]) yield recordTable(kind, rows);
  yield { collection: CLAIM_COLLECTION, headings: CLAIM_HEADINGS, rows: rows.claims.map(claimRow) };
}

/** A table as CSV with a byte order mark, so that spreadsheets read it as UTF-8. */
export const csvOf = ({ headings, rows }: RegisterTable): string =>
  `\ufeff${[headings, ...rows].map(csvLine).join('')}`;

/** Tables as the sheets of one XLSX workbook, every cell a text. */
export async function workbookOf(tables: readonly RegisterTable[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // The same register gives the same file, whenever it is written.
  workbook.created = new Date(0);
  workbook.modified = workbook.created;
  for (const { collection, headings, rows } of tables) {
    const sheet = workbook.addWorksheet(collection, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow([...headings]).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
