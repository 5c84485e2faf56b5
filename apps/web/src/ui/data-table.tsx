import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type Row,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import classes from './data-table.module.css';

/** A column: how a row is compared and found by it, and how it looks. */
export type Column<R> = {
  readonly id: string;
  readonly header: string;
  /** What the column is sorted and filtered by; null sorts last in both directions. */
  readonly value: (row: R) => string | number | null;
  readonly cell?: (row: R) => ReactNode;
  readonly numeric?: boolean;
  /** A term of few words: Chinese and Japanese are not broken within it. */
  readonly term?: boolean;
};

type Props<R> = {
  /** What the table shows, for readers who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Whether a box above narrows the rows by their text. */
  readonly filtered?: boolean;
  /** Words that say why a row is set back, or null for a row in full ink. */
  readonly setBack?: (row: R) => string | null;
  readonly empty?: ReactNode;
  readonly initialSort?: { readonly id: string; readonly descending: boolean };
};

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compared(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(String(one), String(other));
}

function definitionOf<R extends object>(column: Column<R>): ColumnDef<typeof features, R> {
  return {
    id: column.id,
    accessorFn: (row: R) => column.value(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: (one, other, id) => compared(one.getValue(id), other.getValue(id)),
  };
}

const holds = (value: unknown, wanted: string): boolean =>
  (typeof value === 'string' || typeof value === 'number') &&
  String(value).toLowerCase().includes(wanted.toLowerCase());

/** Up and down move between the first things to press of neighbouring rows. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const target = next?.querySelector<HTMLElement>('a,button');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** Rows that can be sorted, narrowed and walked with the keyboard; on narrow screens each row is a block. */
export function DataTable<R extends object>(props: Props<R>) {
  const { caption, columns, rows, rowKey, filtered = false, setBack, empty, initialSort } = props;
  const { t } = useLingui();
  const [sorting, setSorting] = useState<SortingState>(
    initialSort ? [{ id: initialSort.id, desc: initialSort.descending }] : [],
  );
  const [wanted, setWanted] = useState('');
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    state: { sorting, globalFilter: wanted },
    onSortingChange: setSorting,
    globalFilterFn: (row: Row<typeof features, R>, id: string, text: string) => holds(row.getValue(id), text),
    getColumnCanGlobalFilter: () => true,
    enableSortingRemoval: true,
  });
  const shown = table.getRowModel().rows;
  return (
    <div className={classes.frame}>
      {filtered && rows.length > 5 && (
        <TextInput
          className={classes.filter}
          size="xs"
          type="search"
          label={t`Narrow the list`}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {rows.length > 0 && (
        <table className={classes.table} role="table" aria-label={caption}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  sorted={table.getColumn(column.id)?.getIsSorted() ?? false}
                  onSort={() => table.getColumn(column.id)?.toggleSorting()}
                />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" onKeyDown={moveBetweenRows}>
            {shown.map((row) => (
              <TableRow key={row.id} row={row.original} columns={columns} words={setBack?.(row.original) ?? null} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && shown.length === 0 && (
        <p className={classes.none}>
          <Trans>No row holds “{wanted}”.</Trans>
        </p>
      )}
      {rows.length === 0 && <p className={classes.none}>{empty ?? <Trans>Nothing recorded.</Trans>}</p>}
    </div>
  );
}

type HeaderProps<R> = {
  readonly column: Column<R>;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: () => void;
};

function HeaderCell<R>({ column, sorted, onSort }: HeaderProps<R>) {
  const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none';
  return (
    <th
      role="columnheader"
      scope="col"
      data-column={column.id}
      aria-sort={order}
      data-numeric={column.numeric || undefined}
    >
      <button type="button" className={classes.sort} onClick={onSort}>
        {column.header}
        <span aria-hidden="true" className={classes.order}>
          {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : ''}
        </span>
      </button>
    </th>
  );
}

type RowProps<R> = { readonly row: R; readonly columns: readonly Column<R>[]; readonly words: string | null };

function TableRow<R>({ row, columns, words }: RowProps<R>) {
  return (
    <tr role="row" data-set-back={words !== null || undefined}>
      {columns.map((column, index) => (
        <td
          key={column.id}
          role="cell"
          data-column={column.id}
          data-label={column.header}
          data-numeric={column.numeric || undefined}
          data-term={column.term || undefined}
        >
          <div className={classes.content}>
            {column.cell ? column.cell(row) : column.value(row)}
            {index === 0 && words !== null && <span className={classes.words}>{words}</span>}
          </div>
        </td>
      ))}
    </tr>
  );
}
