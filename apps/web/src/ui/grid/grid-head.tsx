import type { PointerEvent } from 'react';
import classes from './grid.module.css';
import type { GridColumn, GridSort, GridWords } from './grid-model.ts';
import { HEADS } from './grid-places.ts';

type Column = Pick<GridColumn<never>, 'id' | 'header' | 'width' | 'numeric' | 'sortable'>;

type Props = {
  readonly columns: readonly Column[];
  readonly sort: readonly GridSort[];
  readonly onSort: (column: string, beside: boolean) => void;
  readonly activeColumn: number | null;
  readonly chosen: 'none' | 'some' | 'all';
  readonly onChooseAll: () => void;
  readonly widthOf: (column: Column) => number;
  readonly onWidth: (column: string, width: number) => void;
  readonly words: GridWords;
};

/** The heads of the columns: pressed they sort, with Shift beside what sorts already; their right edge is dragged. */
export function GridHead({ columns, sort, onSort, activeColumn, widthOf, onWidth, words, ...boxes }: Props) {
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" aria-rowindex={1} className={classes.head}>
        <div role="columnheader" aria-colindex={1} className={classes.boxes}>
          <input
            type="checkbox"
            className={classes.box}
            tabIndex={-1}
            aria-label={words.chooseAll}
            checked={boxes.chosen === 'all'}
            ref={(box) => {
              if (box !== null) box.indeterminate = boxes.chosen === 'some';
            }}
            onChange={boxes.onChooseAll}
          />
        </div>
        {columns.map((column, at) => {
          const key = sort.findIndex(({ id }) => id === column.id);
          const sorted = sort[key];
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={at + 2}
              aria-sort={sorted === undefined ? 'none' : sorted.descending ? 'descending' : 'ascending'}
              className={classes.headCell}
              data-numeric={column.numeric || undefined}
            >
              <button
                type="button"
                className={classes.sort}
                title={column.header}
                tabIndex={activeColumn === at ? 0 : -1}
                data-place={`${HEADS}:${at}`}
                disabled={!column.sortable && activeColumn !== at}
                onClick={(event) => column.sortable && onSort(column.id, event.shiftKey)}
              >
                <span className={classes.headWords}>{column.header}</span>
                {sorted !== undefined && (
                  <span aria-hidden="true" className={classes.order}>
                    {sorted.descending ? '▼' : '▲'}
                    {sort.length > 1 && key + 1}
                  </span>
                )}
              </button>
              <Edge column={column} width={widthOf(column)} onWidth={onWidth} title={words.width(column.header)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

type EdgeProps = {
  readonly column: Column;
  readonly width: number;
  readonly onWidth: (column: string, width: number) => void;
  readonly title: string;
};

/** The right edge of a head. A double press brings the first width back. */
function Edge({ column, width, onWidth, title }: EdgeProps) {
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    const edge = event.currentTarget;
    const begun = event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => onWidth(column.id, width + moved.clientX - begun);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true });
  };
  return (
    <span
      aria-hidden="true"
      title={title}
      className={classes.edge}
      onPointerDown={drag}
      onDoubleClick={() => onWidth(column.id, column.width)}
    />
  );
}
