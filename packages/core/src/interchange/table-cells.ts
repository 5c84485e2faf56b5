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
