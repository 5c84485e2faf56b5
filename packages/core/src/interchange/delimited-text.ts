import { Outcome, type Problem } from '../kernel/index.ts';
import type { Cell } from './table-cells.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** What stands for the text of a cell that nobody reads and that holds some. */
const SOMETHING = 'something';

export type Manner = { readonly delimiter: string; readonly exact: boolean };
export type Place = { readonly at: number; readonly line: number; readonly lineStart: number };

/** How many different texts are held once. */
const MOST_TEXTS = 20_000;

/**
 * Reads delimited text (RFC 4180) cell by cell, with the place of each. A quotation mark inside a cell that does not begin
 * with one is a sign like any other, as spreadsheets take it.
 */
export class DelimitedReader {
  #text: string;
  readonly #manner: Manner;
  readonly #delimiter: number;
  readonly #texts = new Map<string, string>();
  #wanted: ReadonlySet<number> | null = null;
  #width = 0;
  #holdsAnything = false;
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

  /** Reads from now on the texts of these columns alone, and of cells behind as many as the table has. */
  want(columns: ReadonlySet<number>, width: number): void {
    this.#wanted = columns;
    this.#width = width;
  }

  /** Reads from now on the texts of all columns, as in the beginning. */
  wantAll(): void {
    this.#wanted = null;
  }

  /** Whether the row that was read last holds anything, in whatever column. */
  get holdsAnything(): boolean {
    return this.#holdsAnything;
  }

  /** Where the first NUL character stands that is not read yet: no text has one, but other files do. */
  get nul(): Pick<Problem, 'line' | 'column'> | null {
    const found = this.#text.indexOf('\0', this.#at);
    if (found < 0) return null;
    const before = this.#text.slice(this.#at, found).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return {
      line: this.#line + before.length - 1,
      column: before.length === 1 ? column + this.#at - this.#lineStart : column,
    };
  }

  /** Where it stands, to come back to when the rest of a row is not there yet. */
  get place(): Place {
    return { at: this.#at, line: this.#line, lineStart: this.#lineStart };
  }

  /** Goes to the beginning of a row that was read before. */
  goTo({ at, line, lineStart }: Place): void {
    this.#at = at;
    this.#line = line;
    this.#lineStart = lineStart;
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
    /** Stands for each cell in a column that nobody reads. */
    const passedOver: Cell = { text: '', line: this.#line, column: 1 };
    this.#holdsAnything = false;
    for (;;) {
      const line = this.#line;
      const column = this.#at - this.#lineStart + 1;
      const isRead = this.#wanted === null || this.#wanted.has(cells.length) || cells.length >= this.#width;
      const text = this.#text.charCodeAt(this.#at) === QUOTE ? this.#quoted() : this.#bare(isRead);
      if (text === null) return { line, column, message: 'A quotation mark is not closed' };
      if (text !== '') this.#holdsAnything = true;
      cells.push(isRead ? { text, line, column } : passedOver);
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

  #bare(isRead: boolean): string {
    const whole = this.#text;
    const delimiter = this.#delimiter;
    const start = this.#at;
    let at = start;
    for (; at < whole.length; at += 1) {
      const code = whole.charCodeAt(at);
      if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    }
    this.#at = at;
    if (start === at) return '';
    if (!isRead && whole.charCodeAt(start) > SPACE) return SOMETHING;
    const text = whole.slice(start, at);
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

export const malformed = (file: string, place: Pick<Problem, 'line' | 'column' | 'message'>): Problem => ({
  file,
  ...place,
  code: 'table-malformed',
  fix: 'Close the quotation marks, and double those inside a quoted cell.',
});

/** A file with a NUL character is no text: a picture, an archive, a damaged table. */
export const nulProblem = (file: string, place: Pick<Problem, 'line' | 'column'>): Problem => ({
  file,
  ...place,
  code: 'table-malformed',
  message: 'A NUL character stands in the text',
  fix: 'Save the table again as CSV in UTF-8, or take the character out.',
});

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

  /** Passes over the texts of all columns but these from the next part on. */
  want(columns: ReadonlySet<number>, width: number): void {
    this.#reader.want(columns, width);
  }

  /** The rows that are whole with this part; with the last part, all that are left. */
  rows(part: string, isLast: boolean): Outcome<Cell[][]> {
    const reader = this.#reader;
    reader.continueFrom(reader.place, part);
    const { nul } = reader;
    if (nul !== null) return Outcome.refuse(nulProblem(this.#file, nul));
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
      if (reader.holdsAnything) rows.push(row);
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
    if (reader.holdsAnything) rows.push(row);
  }
  return Outcome.of(rows);
}
