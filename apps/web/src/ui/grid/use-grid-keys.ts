import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
} from 'react';
import { flushSync } from 'react-dom';
import { type Chosen, chosenRange, chosenTurned, type GridColumn, type GridLine } from './grid-model.ts';
import { type GridSize, HEADS, type Place, placeAfter } from './grid-places.ts';
import { blockText } from './text-block.ts';

type Grid<R> = {
  readonly columns: readonly GridColumn<R>[];
  readonly lineCount: number;
  readonly lineAt: (line: number) => GridLine<R>;
  readonly place: Place;
  readonly size: GridSize;
  readonly edited: Place | null;
  readonly chosen: Chosen<R>;
  readonly onChoose: (chosen: Chosen<R>) => void;
  readonly onChooseAll: () => void;
  readonly onSort: (column: string, beside: boolean) => void;
  readonly onCommit: (row: R, column: string, value: string | null) => boolean;
  readonly onForget: (row: R, column: string) => void;
  readonly onPaste: (text: string, place: Place) => void;
};

type Moves = {
  readonly go: (place: Place) => void;
  readonly edit: (place: Place, typed: string | null) => boolean;
};

/** Rows chosen with Shift reach from the anchor to where the reader is; what was chosen before stays. */
type Anchor<R> = { readonly line: number; readonly before: Chosen<R> };

/** One sign, not the name of a key; a blank chooses the row. */
const LETTER = /^[^\s]$/u;

/** Whether a key writes something; an input method announces itself before its first letter. */
const isText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === 'Process' || (LETTER.test(key) && !ctrlKey && !metaKey && !altKey);

/** What keys, the clipboard and boxes do in a grid. */
export function useGridKeys<R>(grid: RefObject<Grid<R>>, { go, edit }: Moves) {
  const anchor = useRef<Anchor<R> | null>(null);

  const choose = useCallback(
    (line: number, ranged: boolean) => {
      const { chosen, lineAt, onChoose, place } = grid.current;
      if (ranged) {
        anchor.current ??= { line: place.line, before: chosen };
        onChoose(chosenRange(anchor.current.before, lineAt, anchor.current.line, line));
        return;
      }
      const found = lineAt(line);
      if (found.kind !== 'row' || found.row === null) return;
      const next = chosenTurned(chosen, found.key, found.row);
      anchor.current = { line, before: next };
      onChoose(next);
    },
    [grid],
  );

  const onTurn = useCallback(
    (event: MouseEvent, line: number) => {
      choose(line, event.shiftKey && anchor.current !== null);
      go({ line, column: grid.current.place.column });
    },
    [choose, go, grid],
  );

  return useMemo(() => {
    const onHeads = (event: KeyboardEvent): boolean => {
      const { place, columns, onSort } = grid.current;
      const column = columns[place.column];
      if (!(event.key === 'Enter' || event.key === ' ') || !column?.sortable) return false;
      onSort(column.id, event.shiftKey);
      return true;
    };

    const onGroup = (event: KeyboardEvent): boolean => {
      const { place, lineAt } = grid.current;
      const line = lineAt(place.line);
      if (line.kind !== 'group') return false;
      const turns = event.key === 'Enter' || event.key === ' ';
      const opens = event.key === 'ArrowRight' && !line.open;
      const closes = event.key === 'ArrowLeft' && line.open && place.column === 0;
      if (!turns && !opens && !closes) return false;
      line.onToggle();
      return true;
    };

    const onRow = (event: KeyboardEvent): boolean => {
      const { place, lineAt, columns, onForget, onCommit } = grid.current;
      const line = lineAt(place.line);
      const column = columns[place.column];
      if (line.kind !== 'row' || line.row === null || column === undefined) return false;
      if (event.key === ' ') {
        choose(place.line, event.shiftKey);
        return true;
      }
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return followLink(event);
      if (event.key === 'Enter' || event.key === 'F2') return edit(place, null) || followLink(event);
      if (event.key === 'Delete') return column.editable(line.row) && (onCommit(line.row, column.id, null), true);
      if (event.key === 'Escape') {
        onForget(line.row, column.id);
        return false;
      }
      if (!isText(event)) return false;
      // The editor must have the focus before the browser hands the letter on, or an input method loses its first one.
      const typed = event.key === 'Process' ? '' : event.key;
      return flushSync(() => edit(place, typed)) && event.key !== 'Process';
    };

    const onKeyDown = (event: KeyboardEvent): void => {
      const { place, size, edited, lineCount, onChooseAll } = grid.current;
      if (edited !== null || isElsewhere(event)) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && lineCount > 0) {
        event.preventDefault();
        onChooseAll();
        return;
      }
      const done = place.line === HEADS ? onHeads(event) : onGroup(event) || onRow(event);
      if (done) return event.preventDefault();
      const next = placeAfter(event, place, size);
      if (next === null || event.altKey) return;
      event.preventDefault();
      if (event.shiftKey && next.line !== place.line && next.line >= 0 && place.line >= 0) choose(next.line, true);
      if (!event.shiftKey) anchor.current = null;
      go(next);
    };

    const onCopy = (event: ClipboardEvent): void => {
      const { edited, chosen, columns, place, lineAt } = grid.current;
      if (edited !== null || (globalThis.getSelection()?.toString() ?? '') !== '') return;
      const text = copiedText(chosen, columns, place, lineAt);
      if (text === null) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
    };

    const onPaste = (event: ClipboardEvent): void => {
      const { edited, place, onPaste: paste } = grid.current;
      const text = event.clipboardData.getData('text/plain');
      if (edited !== null || place.line < 0 || text === '') return;
      event.preventDefault();
      paste(text, place);
    };
    return { onKeyDown, onCopy, onPaste, onTurn };
  }, [grid, choose, edit, go, onTurn]);
}

/** Keys in what floats over the grid, or in a field of its own, are not the grid's. */
function isElsewhere({ target, currentTarget }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true;
  return target.matches('input:not([type=checkbox]), textarea, select');
}

function followLink({ target }: KeyboardEvent): boolean {
  const link = target instanceof Element ? target.querySelector<HTMLAnchorElement>('a[href]') : null;
  link?.click();
  return link !== null;
}

const copiedOf = <R>({ copied, text }: GridColumn<R>, row: R): string => (copied ?? text)(row);

function copiedText<R>(
  chosen: Chosen<R>,
  columns: readonly GridColumn<R>[],
  { line, column }: Place,
  lineAt: (line: number) => GridLine<R>,
): string | null {
  if (chosen.size > 0) {
    const heads = columns.map(({ header }) => header);
    return blockText([heads, ...[...chosen.values()].map((row) => columns.map((each) => copiedOf(each, row)))]);
  }
  const found = line < 0 ? null : lineAt(line);
  if (found?.kind !== 'row' || found.row === null) return null;
  const own = columns[column];
  return own === undefined ? null : copiedOf(own, found.row);
}
