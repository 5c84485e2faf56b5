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

/**
 * Rows of a table in their order. A row may be made anew each time it is asked for: an array of all cells of a large table
 * takes many times what its file takes.
 */
export type Rows = Iterable<readonly Cell[]> & {
  readonly length: number;
  /** The row at a place, from 0. */
  readonly at: (place: number) => readonly Cell[] | undefined;
};

/** Some rows of others, in the order of their places. */
export class PickedRows implements Rows {
  readonly #rows: Rows;
  readonly #places: Uint32Array;

  constructor(rows: Rows, places: Uint32Array) {
    this.#rows = rows;
    this.#places = places;
  }

  get length(): number {
    return this.#places.length;
  }

  at(place: number): readonly Cell[] | undefined {
    const there = this.#places[place];
    return there === undefined ? undefined : this.#rows.at(there);
  }

  *[Symbol.iterator](): Generator<readonly Cell[]> {
    for (const place of this.#places) yield this.#rows.at(place) ?? [];
  }
}

/** The rows of a table that hold anything, header first. */
export type Grid = readonly (readonly Cell[])[];
