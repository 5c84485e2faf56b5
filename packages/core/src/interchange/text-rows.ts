import { invariant, Outcome } from '../kernel/index.ts';
import { DelimitedReader, malformed, type Manner } from './delimited-text.ts';
import type { Cell, Rows } from './table-cells.ts';

const NO_COLUMN: ReadonlySet<number> = new Set();

/** The rows of a delimited text, held as the text and where each begins. */
class TextRows implements Rows {
  readonly #reader: DelimitedReader;
  /** Of each row: its first sign and its line. */
  readonly #begins: Uint32Array;
  readonly #lines: Uint32Array;

  constructor(reader: DelimitedReader, begins: Uint32Array, lines: Uint32Array) {
    this.#reader = reader;
    this.#begins = begins;
    this.#lines = lines;
  }

  get length(): number {
    return this.#begins.length;
  }

  at(place: number): readonly Cell[] | undefined {
    const begin = this.#begins[place];
    if (begin === undefined) return undefined;
    this.#reader.goTo({ at: begin, line: this.#lines[place] ?? 1, lineStart: begin });
    const row = this.#reader.row();
    invariant(Array.isArray(row), 'a row that was read once is read again');
    return row;
  }

  *[Symbol.iterator](): Generator<readonly Cell[]> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place) ?? [];
  }
}

/** The rows of a delimited text that hold anything, each cell with its place; a row is cut when it is asked for. */
export function textRows(file: string, text: string, manner: Manner): Outcome<Rows> {
  const reader = new DelimitedReader(text, manner);
  const begins: number[] = [];
  const lines: number[] = [];
  // Where rows begin is told without their cells.
  reader.want(NO_COLUMN, Number.POSITIVE_INFINITY);
  while (!reader.isDone()) {
    const { at, line } = reader.place;
    const row = reader.row();
    if (!Array.isArray(row)) return Outcome.refuse(malformed(file, row));
    if (!reader.holdsAnything) continue;
    begins.push(at);
    lines.push(line);
  }
  reader.wantAll();
  return Outcome.of(new TextRows(reader, Uint32Array.from(begins), Uint32Array.from(lines)));
}
