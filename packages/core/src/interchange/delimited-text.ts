import { Outcome, type Problem } from '../kernel/index.ts';
import type { Cell } from './table-cells.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

type Manner = { readonly delimiter: string; readonly exact: boolean };

/** How many different texts are held once. */
const MOST_TEXTS = 20_000;

/**
 * Reads delimited text (RFC 4180) cell by cell, with the place of each. A quotation mark inside a cell that does not begin
 * with one is a sign like any other, as spreadsheets take it.
 */
class DelimitedReader {
  readonly #text: string;
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

  get isDone(): boolean {
    return this.#at >= this.#text.length;
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
      if (this.isDone || code === LINE_FEED || code === CARRIAGE_RETURN) {
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

/** The rows of a delimited text that hold anything, each cell with its place. */
export function delimitedRows(file: string, text: string, manner: Manner): Outcome<Cell[][]> {
  const reader = new DelimitedReader(text, manner);
  const rows: Cell[][] = [];
  while (!reader.isDone) {
    const row = reader.row();
    if (!Array.isArray(row)) {
      const fix = 'Close the quotation marks, and double those inside a quoted cell.';
      return Outcome.refuse({ file, ...row, code: 'table-malformed', fix });
    }
    if (row.some((cell) => cell.text !== '')) rows.push(row);
  }
  return Outcome.of(rows);
}
