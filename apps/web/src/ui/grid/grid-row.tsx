import { Popover } from '@mantine/core';
import { memo, type MouseEvent, type ReactNode } from 'react';
import classes from './grid.module.css';
import type { CellState, Editing, GridColumn, GridLine, GridWords } from './grid-model.ts';
import type { Onward, Place } from './grid-places.ts';

type Props<R> = {
  readonly line: GridLine<R>;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn<R>[];
  readonly activeColumn: number | null;
  readonly editedColumn: number | null;
  readonly typed: string | null;
  readonly isChosen: boolean;
  readonly states: Readonly<Record<string, CellState>> | null;
  readonly setBack: string | null;
  readonly editor: (editing: Editing<R>) => ReactNode;
  readonly onPress: (place: Place, twice: boolean) => void;
  readonly onCommit: (row: R, column: string, value: string | null, onward: Onward) => void;
  readonly onGiveUp: () => void;
  readonly onTurn: (event: MouseEvent, line: number) => void;
  readonly words: GridWords;
};

const HEAD_LINES = 1;

function Line<R>(props: Props<R>) {
  const { line, index, top, columns, activeColumn, isChosen, setBack, words } = props;
  const shared = {
    role: 'row',
    'aria-rowindex': index + HEAD_LINES + 1,
    style: { top },
  } as const;
  if (line.kind === 'group') {
    return (
      <div {...shared} className={classes.row} data-group>
        <div role="gridcell" aria-colindex={1} className={classes.boxes} />
        {columns.map(({ id, numeric }, at) => (
          <div
            key={id}
            role="gridcell"
            aria-colindex={at + 2}
            aria-expanded={at === 0 ? line.open : undefined}
            className={classes.cell}
            data-place={`${index}:${at}`}
            data-numeric={(at > 0 && numeric) || undefined}
            tabIndex={activeColumn === at ? 0 : -1}
            onClick={() => {
              props.onPress({ line: index, column: at }, false);
              line.onToggle();
            }}
          >
            {at === 0 && (
              <span aria-hidden="true" className={classes.turn}>
                {line.open ? '▾' : '▸'}
              </span>
            )}
            {at === 0 ? line.title : line.cell(id)}
          </div>
        ))}
      </div>
    );
  }
  const { row } = line;
  return (
    <div
      {...shared}
      className={classes.row}
      aria-selected={isChosen}
      data-chosen={isChosen || undefined}
      data-set-back={setBack !== null || undefined}
      data-active={activeColumn !== null || undefined}
    >
      <div role="gridcell" aria-colindex={1} className={classes.boxes}>
        {row !== null && (
          <input
            type="checkbox"
            className={classes.box}
            tabIndex={-1}
            aria-label={words.chooseRow}
            checked={isChosen}
            readOnly
            onClick={(event) => props.onTurn(event, index)}
          />
        )}
      </div>
      {columns.map((column, at) => (
        <Cell key={column.id} {...props} row={row} column={column} at={at} />
      ))}
    </div>
  );
}

type CellProps<R> = Props<R> & { readonly row: R | null; readonly column: GridColumn<R>; readonly at: number };

/** One element from its coming to its refusal, so that the focus stays in it. */
function Cell<R>({ row, column, at, index, activeColumn, editedColumn, states, setBack, ...props }: CellProps<R>) {
  const isActive = activeColumn === at;
  const isEdited = editedColumn === at && row !== null;
  const state = states?.[column.id];
  const text = row === null ? '' : (state?.shown ?? column.text(row));
  const title = at === 0 && setBack !== null ? `${text} (${setBack})` : text;
  return (
    <div
      role="gridcell"
      aria-colindex={at + 2}
      aria-readonly={row === null || !column.editable(row)}
      aria-invalid={state?.tone === 'refused' || undefined}
      className={classes.cell}
      data-place={`${index}:${at}`}
      data-numeric={column.numeric || undefined}
      data-tone={state?.tone}
      title={isEdited || title === '' ? undefined : title}
      tabIndex={isActive ? 0 : -1}
      onClick={() => !isEdited && props.onPress({ line: index, column: at }, false)}
      onDoubleClick={() => !isEdited && props.onPress({ line: index, column: at }, true)}
    >
      {row === null && <span className={classes.coming} style={{ width: `${75 - ((index * 7 + at * 23) % 45)}%` }} />}
      {isEdited &&
        props.editor({
          row,
          column: column.id,
          typed: props.typed,
          onCommit: (value, onward) => props.onCommit(row, column.id, value, onward),
          onGiveUp: props.onGiveUp,
        })}
      {row !== null && !isEdited && <span className={classes.words}>{state?.shown ?? column.cell(row)}</span>}
      {state !== undefined && state.panel !== null && !isEdited && (
        <Popover
          opened={isActive}
          position="bottom-start"
          width={320}
          withinPortal
          // What opens it is the cell; the empty anchor has no part in that.
          withRoles={false}
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <span className={classes.anchor} />
          </Popover.Target>
          <Popover.Dropdown>{state.panel}</Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}

/** One line of the grid; drawn again only when something of its own has changed. */
export const GridRow = memo(Line) as typeof Line;
