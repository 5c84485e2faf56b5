import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { GridFoot } from './grid-foot.tsx';
import { GridHead } from './grid-head.tsx';
import classes from './grid.module.css';
import {
  type CellState,
  type Chosen,
  type Editing,
  type GridColumn,
  type GridLine,
  type GridSort,
  type GridWords,
  PRINTED_LINES,
} from './grid-model.ts';
import { HEADS, type Onward, type Place, placeOnward, placeWithin } from './grid-places.ts';
import { GridRow } from './grid-row.tsx';
import { useColumnWidths } from './use-column-widths.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useLatest } from './use-latest.ts';
import { usePrinting } from './use-printing.ts';

export type GridProps<R> = {
  /** What the grid shows, for readers who do not see it; widths of columns are kept under it. */
  readonly caption: string;
  readonly name: string;
  readonly columns: readonly GridColumn<R>[];
  readonly lineCount: number;
  /** Must be stable while the lines are the same. */
  readonly lineAt: (line: number) => GridLine<R>;
  readonly sort: readonly GridSort[];
  readonly onSort: (column: string, beside: boolean) => void;
  readonly chosen: Chosen<R>;
  readonly onChoose: (chosen: Chosen<R>) => void;
  readonly onChooseAll: () => void;
  readonly onLinesSeen: (first: number, last: number) => void;
  readonly editor: (editing: Editing<R>) => ReactNode;
  /** Whether the value is taken; a value that is not leaves the reader at the cell. */
  readonly onCommit: (row: R, column: string, value: string | null) => boolean;
  readonly stateOf: (row: R) => Readonly<Record<string, CellState>> | null;
  /** Words on why a row is set back, or null. */
  readonly setBack: (row: R) => string | null;
  readonly onForget: (row: R, column: string) => void;
  readonly onPaste: (text: string, place: Place) => void;
  readonly foot: ((column: string) => ReactNode) | null;
  /** Stands below the table on paper, where so many of its rows are drawn; null: it is whole. */
  readonly paperNote?: (rowsDrawn: number) => ReactNode;
  /** Whether what is shown is about to be replaced. */
  readonly busy: boolean;
  readonly words: GridWords;
};

const LINE = 34;
const LINE_FOR_FINGERS = 44;
const OVERSCAN = 10;

type EditPlace = Place & { readonly typed: string | null };

/**
 * A table for tens of thousands of rows, of which only those in sight are drawn: sorted by its heads, walked, edited and
 * chosen with the keyboard like a spreadsheet. It knows nothing of what its rows are.
 */
export function Grid<R>(props: GridProps<R>) {
  const { caption, name, columns, lineCount, lineAt, chosen, onLinesSeen, stateOf, setBack, words } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const lineHeight = useMediaQuery('(pointer: coarse)') ? LINE_FOR_FINGERS : LINE;
  const [active, setActive] = useState<Place>({ line: lineCount > 0 ? 0 : HEADS, column: 0 });
  const [edited, setEdited] = useState<EditPlace | null>(null);
  const wantsFocus = useRef(false);
  const { template, leastWidth, widthOf, setWidth } = useColumnWidths(name, columns);

  const virtual = useVirtualizer({
    count: lineCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: OVERSCAN,
    // The active line stays drawn, so that the focus is not lost by scrolling.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) =>
      seenLines(startIndex, endIndex, overscan, count, active.line),
  });
  useEffect(() => virtual.measure(), [lineHeight, virtual]);
  const { range } = virtual;
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => onLinesSeen(first, last), [onLinesSeen, first, last]);

  const pageLines = Math.max(1, last - first - 1);
  const size = useMemo(
    () => ({ lines: lineCount, columns: columns.length, page: pageLines }),
    [lineCount, columns.length, pageLines],
  );
  const place = placeWithin(active, size);
  const latest = useLatest({ ...props, place, size, edited });

  const go = useCallback((next: Place) => {
    wantsFocus.current = true;
    setActive(next);
  }, []);
  const edit = useCallback(
    (at: Place, typed: string | null): boolean => {
      const { lineAt: line, columns: all } = latest.current;
      const found = line(at.line);
      const column = all[at.column];
      if (found.kind !== 'row' || found.row === null || !column?.editable(found.row)) return false;
      setActive(at);
      setEdited({ ...at, typed });
      return true;
    },
    [latest],
  );
  const finish = useCallback(
    (onward: Onward) => {
      setEdited(null);
      go(placeOnward(onward, latest.current.place, latest.current.size));
    },
    [go, latest],
  );
  const commit = useCallback(
    (row: R, column: string, value: string | null, onward: Onward) => {
      finish(latest.current.onCommit(row, column, value) ? onward : 'stay');
    },
    [finish, latest],
  );
  const giveUp = useCallback(() => finish('stay'), [finish]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || edited !== null) return;
    wantsFocus.current = false;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${place.line}:${place.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const { onTurn, ...keys } = useGridKeys(latest, { go, edit });
  const onCellPress = useCallback((at: Place, twice: boolean) => (twice ? edit(at, null) : go(at)), [edit, go]);

  const isPrinting = usePrinting();
  const printed = useMemo(() => (isPrinting ? printedLines(lineCount, lineAt) : null), [isPrinting, lineCount, lineAt]);
  const lines = printed ?? virtual.getVirtualItems();

  const style = {
    '--grid-columns': template,
    '--grid-least': leastWidth,
    '--grid-line': `${lineHeight}px`,
  } as CSSProperties;
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={caption}
      aria-rowcount={lineCount + 1 + (props.foot === null ? 0 : 1)}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-busy={props.busy}
      style={style}
      {...keys}
    >
      <GridHead
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
        activeColumn={place.line === HEADS ? place.column : null}
        onChooseAll={props.onChooseAll}
        chosen={chosen.size === 0 ? 'none' : chosen.size === lineCount ? 'all' : 'some'}
        widthOf={widthOf}
        onWidth={setWidth}
        words={words}
      />
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {lines.map(({ index, start }) => {
          const line = lineAt(index);
          const row = line.kind === 'row' ? line.row : null;
          return (
            <GridRow
              // By its place, not by its row: the focus stays where it is when the row comes.
              key={index}
              line={line}
              index={index}
              top={start}
              columns={columns}
              activeColumn={place.line === index ? place.column : null}
              editedColumn={edited?.line === index ? edited.column : null}
              typed={edited?.line === index ? edited.typed : null}
              isChosen={chosen.has(line.key)}
              states={row === null ? null : stateOf(row)}
              setBack={row === null ? null : setBack(row)}
              editor={props.editor}
              onPress={onCellPress}
              onCommit={commit}
              onGiveUp={giveUp}
              onTurn={onTurn}
              words={words}
            />
          );
        })}
      </div>
      {props.foot !== null && <GridFoot columns={columns} cell={props.foot} line={lineCount} />}
      {printed !== null && <PaperNote>{props.paperNote?.(printed.filter(({ isRow }) => isRow).length)}</PaperNote>}
    </div>
  );
}

/** All lines up to the most that paper takes; rows that have not come are left out, not drawn empty. */
function printedLines<R>(count: number, lineAt: (line: number) => GridLine<R>) {
  return Array.from({ length: Math.min(count, PRINTED_LINES) }, (_, index) => index).flatMap((index) => {
    const line = lineAt(index);
    return line.kind === 'row' && line.row === null ? [] : [{ index, start: 0, isRow: line.kind === 'row' }];
  });
}

function PaperNote({ children }: { readonly children: ReactNode }) {
  return children === null || children === undefined ? null : <div className={classes.paperNote}>{children}</div>;
}

function seenLines(start: number, end: number, overscan: number, count: number, active: number): number[] {
  const [from, to] = [Math.max(0, start - overscan), Math.min(count - 1, end + overscan)];
  const lines: number[] = [];
  if (active >= 0 && active < from) lines.push(active);
  for (let line = from; line <= to; line++) lines.push(line);
  if (active > to && active < count) lines.push(active);
  return lines;
}
