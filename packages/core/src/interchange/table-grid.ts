import { parse } from 'csv-parse/sync';
import { Outcome } from '../kernel/index.ts';

/**
 * A cell's text and where it stands: line and column of its first character in a text file, row and cell number in a
 * sheet. `covered` when it only repeats the cell that a merge stretched over it.
 */
export type Cell = {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly covered?: boolean;
};

/** The rows of a table that hold anything, header first. */
export type Grid = readonly (readonly Cell[])[];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 30;

/** The delimiter that stands in most of the first lines, and in each as often; a comma when none does. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
    const alike = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    return usual === 0 ? Math.max(0, ...counts) / 1000 : usual * alike;
  };
  return DELIMITERS.toSorted((one, other) => score(other) - score(one))[0] ?? ',';
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

type Manner = { readonly delimiter: string; readonly exact: boolean };

function placed(record: readonly string[], raw: string, line: number, { delimiter, exact }: Manner): Cell[] {
  const offsets = fieldOffsets(raw, delimiter);
  const isOneLine = !/[\r\n]/.test(raw);
  return record.map((text, index) => {
    const offset = offsets[index] ?? 0;
    const shown = exact ? text : text.trim();
    if (isOneLine) return { text: shown, line, column: offset + 1 };
    const before = raw.slice(0, offset).split(/\r\n|\n|\r/);
    return { text: shown, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}

type RawRecord = {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
};
type CsvError = Error & { readonly lines?: number; readonly code?: string };

function nulProblem(file: string, text: string, at: number): Outcome<never> {
  const before = text.slice(0, at).split('\n');
  return Outcome.refuse({
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    code: 'table-malformed',
    message: 'A NUL character stands in the text',
    fix: 'Save the table again as CSV in UTF-8, or take the character out.',
  });
}

/** How delimited text is read: with this delimiter (else told by the text), and cells as they are instead of trimmed. */
export type DelimitedManner = { readonly delimiter?: string | null; readonly exact?: boolean };

/** Reads delimited text (RFC 4180; comma, semicolon, tab or bar) into placed cells. */
export function readDelimited(file: string, text: string, manner: DelimitedManner = {}): Outcome<Grid> {
  const nul = text.indexOf('\0');
  if (nul >= 0) return nulProblem(file, text, nul);
  const delimiter = manner.delimiter ?? delimiterOf(text);
  const exact = manner.exact ?? false;
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
      // The raw text ends with the first sign of the line's end only.
      const content = raw.replace(/\r?\n$|\r$/, '');
      const cells = placed(record, content, line, { delimiter, exact });
      if (cells.some((cell) => cell.text !== '')) grid.push(cells);
      line += content.split(/\r\n|\n|\r/).length;
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
