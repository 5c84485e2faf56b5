import { Outcome, type Problem } from '../kernel/index.ts';
import type { Cell } from './table-cells.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

type Manner = { readonly delimiter: string; readonly exact: boolean };
type Place = { readonly at: number; readonly line: number; readonly lineStart: number };

/** How many different texts are held once. */
const MOST_TEXTS = 20_000;

/**
 * Reads delimited text (RFC 4180) cell by cell, with the place of each. A quotation mark inside a cell that does not begin
 * with one is a sign like any other, as spreadsheets take it.
 */
class DelimitedReader {
  #text: string;
  readonly #manner: Manner;
  readonly #delimiter: number;
  readonly #texts = new Map<string, string>();
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string, manner: Manner) {
    this.#text = text;
    this.#manner = manner;
    this.#delimiter = manner.delimiter.charCodeAt(0);
  }

  isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Where it stands, to come back to when the rest of a row is not there yet. */
  get place(): Place {
    return { at: this.#at, line: this.#line, lineStart: this.#lineStart };
  }

  /** Goes back to the beginning of a row, forgets what stands before it, and reads on in more text. */
  continueFrom({ at, line, lineStart }: Place, more: string): void {
    this.#text = this.#text.slice(at) + more;
    this.#at = 0;
    this.#line = line;
    this.#lineStart = lineStart - at;
  }

  /** The cells of the next row; the place and reason instead where a quotation is broken. */
  row(): Cell[] | Pick<Problem, 'line' | 'column' | 'message'> {
    const cells: Cell[] = [];
    for (;;) {
      const line = this.#line;
      const column = this.#at - this.#lineStart + 1;
      const text = this.#text.charCodeAt(this.#at) === QUOTE ? this.#quoted() : this.#bare();
      if (text === null) return { line, column, message: 'A quotation mark is not closed' };
      cells.push({ text, line, column });
      const code = this.#text.charCodeAt(this.#at);
      if (this.isDone() || code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.#endLine();
        return cells;
      }
      if (code !== this.#delimiter) {
        const message = 'Text stands behind a closing quotation mark';
        return { line: this.#line, column: this.#at - this.#lineStart + 1, message };
      }
      this.#at += 1;
    }
  }

  #bare(): string {
    const start = this.#at;
    while (this.#at < this.#text.length) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === this.#delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
      this.#at += 1;
    }
    const text = this.#text.slice(start, this.#at);
    return this.#once(this.#manner.exact ? text : text.trim());
  }

  /** The same text for the same signs: most cells of a large table say what others say. */
  #once(text: string): string {
    const before = this.#texts.get(text);
    if (before !== undefined) return before;
    if (this.#texts.size < MOST_TEXTS) this.#texts.set(text, text);
    return text;
  }

  #quoted(): string | null {
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && this.#text.charCodeAt(end + 1) === QUOTE) end = this.#text.indexOf('"', end + 2);
    if (end < 0) return null;
    const raw = this.#text.slice(start, end);
    this.#countLines(start, end);
    this.#at = end + 1;
    while (!this.#manner.exact && this.#text[this.#at] === ' ') this.#at += 1;
    const text = raw.includes('"') ? raw.replaceAll('""', '"') : raw;
    return this.#manner.exact ? text : text.trim();
  }

  #countLines(start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      const code = this.#text.charCodeAt(at);
      const isPair = code === CARRIAGE_RETURN && this.#text.charCodeAt(at + 1) === LINE_FEED;
      if ((code !== LINE_FEED && code !== CARRIAGE_RETURN) || isPair) continue;
      this.#line += 1;
      this.#lineStart = at + 1;
    }
  }

  #endLine(): void {
    const isPair =
      this.#text.charCodeAt(this.#at) === CARRIAGE_RETURN && this.#text.charCodeAt(this.#at + 1) === LINE_FEED;
    this.#at += isPair ? 2 : 1;
    this.#line += 1;
    this.#lineStart = this.#at;
  }
}

const malformed = (file: string, place: Pick<Problem, 'line' | 'column' | 'message'>): Problem => ({
  file,
  ...place,
  code: 'table-malformed',
  fix: 'Close the quotation marks, and double those inside a quoted cell.',
});

const holdsAnything = (row: readonly Cell[]): boolean => row.some((cell) => cell.text !== '');

/** A row that is longer has a quotation mark that nobody closed. */
const LONGEST_ROW = 4_000_000;

const tooLong = ({ line }: Place): Pick<Problem, 'line' | 'column' | 'message'> => ({
  line,
  column: 1,
  message: `The row has more than ${LONGEST_ROW} characters; most likely a quotation mark is not closed`,
});

/** Reads delimited text that comes in parts, however they are cut; holds one part and one row. */
export class DelimitedParts {
  readonly #file: string;
  readonly #reader: DelimitedReader;
  #waiting = 0;

  constructor(file: string, manner: Manner) {
    this.#file = file;
    this.#reader = new DelimitedReader('', manner);
  }

  /** The rows that are whole with this part; with the last part, all that are left. */
  rows(part: string, isLast: boolean): Outcome<Cell[][]> {
    const reader = this.#reader;
    reader.continueFrom(reader.place, part);
    const rows: Cell[][] = [];
    while (!reader.isDone()) {
      const before = reader.place;
      const row = reader.row();
      // What reaches the end of the text may go on in the next part: a row, a quotation, or the pair that ends a line.
      if (!isLast && (reader.isDone() || !Array.isArray(row))) {
        reader.continueFrom(before, '');
        this.#waiting += part.length;
        return this.#waiting > LONGEST_ROW ? Outcome.refuse(malformed(this.#file, tooLong(before))) : Outcome.of(rows);
      }
      if (!Array.isArray(row)) return Outcome.refuse(malformed(this.#file, row));
      this.#waiting = 0;
      if (holdsAnything(row)) rows.push(row);
    }
    return Outcome.of(rows);
  }
}

/** The rows of a delimited text that hold anything, each cell with its place. */
export function delimitedRows(file: string, text: string, manner: Manner): Outcome<Cell[][]> {
  const reader = new DelimitedReader(text, manner);
  const rows: Cell[][] = [];
  while (!reader.isDone()) {
    const row = reader.row();
    if (!Array.isArray(row)) return Outcome.refuse(malformed(file, row));
    if (holdsAnything(row)) rows.push(row);
  }
  return Outcome.of(rows);
}
