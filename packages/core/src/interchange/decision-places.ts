import type { Problem } from '../kernel/index.ts';
import type { Cell } from './table-cells.ts';

/** Where in a file the parts of what was read from it stand, by pointer. */
export type Places = ReadonlyMap<string, Cell>;

/** A problem of what was read from a file, told with its line and column there instead of its pointer. */
export function placedIn(file: string, places: Places, problem: Problem): Problem {
  const { pointer, ...told } = problem;
  if (pointer === undefined) return { ...told, file };
  const parts = pointer.split('/');
  while (parts.length > 0) {
    const cell = places.get(parts.join('/'));
    if (cell !== undefined) return { ...told, file, line: cell.line, column: cell.column };
    parts.pop();
  }
  return { ...told, file, line: 1, column: 1 };
}

/** The cell of a row, or the place behind its end. */
export function cellAt(row: readonly Cell[], at: number): Cell {
  const cell = row[at];
  if (cell !== undefined) return cell;
  const last = row.at(-1);
  return { text: '', line: last?.line ?? 1, column: last === undefined ? 1 : last.column + last.text.length };
}
