import type { ReactNode } from 'react';
import type { Onward } from './grid-places.ts';

/** What a cell tells beside its value. */
export type CellState = {
  /** `refused` and `stale` wait for the reader; `saving` passes. */
  readonly tone: 'saving' | 'refused' | 'stale';
  /** What stands in the cell in place of its value, e.g. what was typed and refused. */
  readonly shown: string | null;
  /** Opens below the cell while it has the focus: what is wrong, and what can be done. */
  readonly panel: ReactNode;
};

/** A column: how its head and cells look, and what of it is copied. */
export type GridColumn<R> = {
  readonly id: string;
  readonly header: string;
  /** Width in pixels until the reader drags it. */
  readonly width: number;
  readonly numeric: boolean;
  readonly sortable: boolean;
  readonly cell: (row: R) => ReactNode;
  /** The cell in plain words: copied, and shown whole where the cell is too narrow for it. */
  readonly text: (row: R) => string;
  /** What is copied instead where the words, pasted, would not give the value again. */
  readonly copied?: ((row: R) => string) | undefined;
  readonly editable: (row: R) => boolean;
};

export type GridLine<R> =
  /** Null while the row is on its way. */
  | { readonly kind: 'row'; readonly row: R | null; readonly key: string }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly title: ReactNode;
      readonly open: boolean;
      readonly onToggle: () => void;
      /** What stands under the head of a column, such as a sum. */
      readonly cell: (column: string) => ReactNode;
    };

/** The most lines that are put on paper. */
export const PRINTED_LINES = 2000;

export type GridSort = { readonly id: string; readonly descending: boolean };

/** The grid's own words, in the reader's language. */
export type GridWords = {
  readonly chooseRow: string;
  readonly chooseAll: string;
  readonly width: (column: string) => string;
};

/** What an editor in a cell is given. */
export type Editing<R> = {
  readonly row: R;
  readonly column: string;
  /** What the reader typed to begin; null when they opened the cell with its value. */
  readonly typed: string | null;
  readonly onCommit: (value: string | null, onward: Onward) => void;
  readonly onGiveUp: () => void;
};

/** Chosen rows by their keys. */
export type Chosen<R> = ReadonlyMap<string, R>;

/** Every row from the anchor to the line beside those that were chosen before. */
export function chosenRange<R>(
  before: Chosen<R>,
  lineAt: (line: number) => GridLine<R>,
  anchor: number,
  line: number,
): Chosen<R> {
  const chosen = new Map(before);
  for (let at = Math.min(anchor, line); at <= Math.max(anchor, line); at++) {
    const found = lineAt(at);
    if (found.kind === 'row' && found.row !== null) chosen.set(found.key, found.row);
  }
  return chosen;
}

/** The row chosen if it was not, and let go if it was. */
export function chosenTurned<R>(before: Chosen<R>, key: string, row: R): Chosen<R> {
  const chosen = new Map(before);
  if (!chosen.delete(key)) chosen.set(key, row);
  return chosen;
}
