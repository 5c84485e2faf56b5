/** A cell of the grid by line and column; line -1 is the line of heads. */
export type Place = { readonly line: number; readonly column: number };

export type GridSize = {
  readonly lines: number;
  readonly columns: number;
  /** Lines that are seen at once. */
  readonly page: number;
};

export const HEADS = -1;

type Key = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean };

/** A place brought inside the grid. */
export function placeWithin({ line, column }: Place, { lines, columns }: GridSize): Place {
  return {
    line: Math.max(HEADS, Math.min(line, lines - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

/**
 * Where a key leads from a place; null when the key moves nothing.
 * @example placeAfter({ key: 'End', ctrlKey: false, metaKey: false }, { line: 3, column: 0 }, { lines: 9, columns: 4, page: 5 })
 * // => { line: 3, column: 3 }
 */
export function placeAfter({ key, ctrlKey, metaKey }: Key, place: Place, size: GridSize): Place | null {
  const far = ctrlKey || metaKey;
  const { line, column } = place;
  const last = { line: size.lines - 1, column: size.columns - 1 };
  const to = (next: Place): Place => placeWithin(next, size);
  switch (key) {
    case 'ArrowDown':
      return to({ line: far ? last.line : line + 1, column });
    case 'ArrowUp':
      return to({ line: far ? Math.min(line, 0) : line - 1, column });
    case 'ArrowRight':
      return to({ line, column: far ? last.column : column + 1 });
    case 'ArrowLeft':
      return to({ line, column: far ? 0 : column - 1 });
    case 'PageDown':
      return to({ line: line + size.page, column });
    case 'PageUp':
      return to({ line: Math.max(Math.min(line, 0), line - size.page), column });
    case 'Home':
      return to(far ? { line: 0, column: 0 } : { line, column: 0 });
    case 'End':
      return to(far ? last : { line, column: last.column });
    default:
      return null;
  }
}

/** How a finished edit moves on. */
export type Onward = 'stay' | 'down' | 'next' | 'before';

/** The place after a finished edit: below, or the neighbour, which at the end of a line is the next line's first. */
export function placeOnward(onward: Onward, { line, column }: Place, size: GridSize): Place {
  if (onward === 'stay') return { line, column };
  if (onward === 'down') return placeWithin({ line: line + 1, column }, size);
  const step = onward === 'next' ? 1 : -1;
  const flat = line * size.columns + column + step;
  if (flat < 0 || flat >= size.lines * size.columns) return { line, column };
  return { line: Math.floor(flat / size.columns), column: flat % size.columns };
}
