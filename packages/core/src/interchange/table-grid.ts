import { analyse } from 'chardet';
import { parse } from 'csv-parse/sync';
import { Outcome, type Problem } from '../kernel/index.ts';

/** A cell's text and where it stands: line and column of its first character in a text file, row and cell number in a sheet. */
export type Cell = { readonly text: string; readonly line: number; readonly column: number };

/** The rows of a table that hold anything, header first. */
export type Grid = readonly (readonly Cell[])[];

export type TableText = { readonly text: string; readonly encoding: string };

const decoded = (bytes: Uint8Array, label: string, fatal: boolean): string | null => {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
};

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

const undecodable = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'encoding-unknown',
  message: 'The text is in no encoding that could be told',
  fix: 'Save the table as UTF-8 and read it again.',
});

/** The text of a table file: UTF-8, else what its byte order mark or its bytes tell (UTF-16, Shift-JIS, Big5, GB 18030, …). */
export function decodeTable(file: string, bytes: Uint8Array): Outcome<TableText> {
  const marked = byteOrderMark(bytes);
  const utf8 = marked === null || marked === 'utf-8' ? decoded(bytes, 'utf-8', true) : null;
  if (utf8 !== null) return Outcome.of({ text: utf8, encoding: 'utf-8' });
  const guesses = marked ? [marked] : analyse(bytes).map((match) => match.name);
  const readings = guesses.flatMap((encoding) => {
    const text = decoded(bytes, encoding, true);
    return text === null ? [] : [{ text, encoding }];
  });
  const reading = readings.find(({ text }) => !ODD.test(text)) ?? readings[0];
  return reading ? Outcome.of(reading) : Outcome.refuse(undecodable(file));
}

/** Controls and symbols outside ASCII: text that holds them was most likely read in the wrong encoding. */
const ODD = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\p{Co}]|(?![\u0000-\u007f])\p{S}/u;

const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter that splits the header line into most fields; a comma when none does. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\r?\n/) < 0 ? undefined : text.search(/\r?\n/));
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [...DELIMITERS].sort((one, other) => count(other) - count(one))[0] ?? ',';
}

/** Offsets at which the fields of one raw record begin. */
function fieldOffsets(raw: string, delimiter: string): number[] {
  const offsets = [0];
  let quoted = false;
  for (let index = 0; index < raw.length; index += 1) {
    if (raw[index] === '"') quoted = !quoted;
    else if (raw[index] === delimiter && !quoted) offsets.push(index + 1);
  }
  return offsets;
}

function placed(record: readonly string[], raw: string, line: number, delimiter: string): Cell[] {
  const offsets = fieldOffsets(raw, delimiter);
  return record.map((text, index) => {
    const offset = offsets[index] ?? 0;
    const before = raw.slice(0, offset).split('\n');
    return { text: text.trim(), line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}

type RawRecord = {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
};
type CsvError = Error & { readonly lines?: number; readonly code?: string };

/** Reads delimited text (RFC 4180; comma, semicolon or tab) into placed cells. */
export function readDelimited(file: string, text: string): Outcome<Grid> {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      delimiter,
      raw: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as RawRecord[];
    let line = 1;
    const grid: Cell[][] = [];
    for (const { record, raw } of records) {
      const cells = placed(record, raw.replace(/\r?\n$/, ''), line, delimiter);
      if (cells.some((cell) => cell.text !== '')) grid.push(cells);
      line += raw.split('\n').length - 1;
    }
    return Outcome.of(grid);
  } catch (error) {
    const { message, lines } = error as CsvError;
    return Outcome.refuse({
      file,
      line: lines ?? 1,
      column: 1,
      code: 'table-malformed',
      message,
      fix: 'Close the quotation marks, and double those inside a quoted field.',
    });
  }
}

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    const rich = value as { text?: unknown; result?: unknown; richText?: readonly { text: string }[] };
    if (rich.richText) return rich.richText.map((part) => part.text).join('');
    return cellText(rich.result ?? rich.text ?? '');
  }
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
};

/** Reads the first sheet of an XLSX workbook into placed cells. */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<Outcome<Grid>> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as never);
  } catch {
    return Outcome.refuse({
      file,
      line: 1,
      column: 1,
      code: 'table-malformed',
      message: 'The file is no XLSX workbook',
      fix: 'Save it again as XLSX or as CSV.',
    });
  }
  const sheet = workbook.worksheets[0];
  const grid: Cell[][] = [];
  sheet?.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: Cell[] = [];
    for (let column = 1; column <= row.cellCount; column += 1) {
      cells.push({ text: cellText(row.getCell(column).value), line, column });
    }
    if (cells.some((cell) => cell.text !== '')) grid.push(cells);
  });
  return Outcome.of(grid);
}
