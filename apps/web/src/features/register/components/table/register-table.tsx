import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { Grid } from '../../../../ui/grid/grid.tsx';
import type { CellState, Chosen, GridColumn, GridLine } from '../../../../ui/grid/grid-model.ts';
import type { Place } from '../../../../ui/grid/grid-places.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { CellEditor } from './cell-editor.tsx';
import { CellPanel } from './cell-panel.tsx';
import { cellWords } from './cell-words.ts';
import { groupWords } from './group-words.ts';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import { sortAfter, sortKeys } from './table-state.ts';
import classes from './table.module.css';
import { Totals } from './totals.tsx';
import type { useCellWrites } from './use-cell-writes.tsx';
import { usePaperRows } from './use-paper-rows.tsx';
import { useRowStanding } from './use-row-standing.ts';
import type { useTableRows } from './use-table-rows.ts';
import type { TableState } from './use-table-state.ts';

type Props = {
  readonly table: TableName;
  readonly caption: string;
  readonly fields: readonly TableField[];
  readonly state: TableState;
  readonly rows: ReturnType<typeof useTableRows>;
  readonly writes: ReturnType<typeof useCellWrites>;
  readonly chosen: Chosen<TableRow>;
  readonly columns: readonly GridColumn<TableRow>[];
  readonly onChoose: (chosen: Chosen<TableRow>) => void;
  readonly onChooseAll: () => void;
  readonly onPaste: (text: string, place: Place) => void;
};

/** The rows of a collection in a grid: words, editors, groups and totals of the register's fields. */
export function RegisterTable({ table, caption, fields, state, columns, rows, writes, chosen, ...on }: Props) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const standing = useRowStanding(table);
  const { lineAt: tableLineAt, sections, summary, group, turnGroup } = rows;
  const fieldOf = useMemo(() => new Map(fields.map((field) => [field.name, field])), [fields]);
  const groupField = group === null ? null : (fieldOf.get(group) ?? null);

  const lineAt = useCallback(
    (at: number): GridLine<TableRow> => {
      const line = tableLineAt(at);
      if (line.kind === 'row') return line;
      const section = sections[line.section];
      const told = summary?.groups[line.section];
      const value = section?.value ?? null;
      const count = words.count(section?.count ?? 0);
      return {
        kind: 'group',
        key: `group ${line.section}`,
        open: section?.open ?? false,
        onToggle: () => turnGroup(value),
        title: <GroupTitle title={groupWords(groupField, value, told?.name ?? null, words, i18n)} count={count} />,
        cell: (column) => <Totals totals={(told?.totals ?? []).filter(({ field }) => field === column)} />,
      };
    },
    [tableLineAt, sections, summary, groupField, turnGroup, words, i18n],
  );

  const { cells, commit, forget, enqueue, nameMention } = writes;
  const stateOf = useCallback(
    (row: TableRow): Readonly<Record<string, CellState>> | null => {
      const own = cells.get(row.id);
      if (own === undefined) return null;
      return Object.fromEntries(
        Object.entries(own).flatMap(([name, write]) => {
          const field = fieldOf.get(name);
          if (field === undefined) return [];
          const close = (): void => forget(row, name);
          const panel =
            write.kind === 'saving' ? null : (
              <CellPanel
                write={write}
                theirs={cellWords(field, row[name], words, i18n)}
                onKeepTheirs={close}
                onSaveMine={(typed, mine) => enqueue(row, field, typed, mine)}
              />
            );
          const shown = write.kind === 'saving' ? null : write.typed;
          return [[name, { tone: write.kind, shown, panel }]];
        }),
      );
    },
    [cells, fieldOf, forget, enqueue, words, i18n],
  );

  const paperNote = usePaperRows(rows);
  const total = words.count(rows.total);
  const foot = useCallback(
    (column: string): ReactNode => {
      const own = (summary?.totals ?? []).filter(({ field }) => field === column);
      if (column === state.definition.columns[0]) {
        return (
          <span className={classes.count}>
            <Trans>{total} rows</Trans>
          </span>
        );
      }
      return <Totals totals={own} />;
    },
    [summary, total, state.definition.columns],
  );

  return (
    <Grid
      name={table}
      caption={caption}
      columns={columns}
      lineCount={rows.lineCount}
      lineAt={lineAt}
      sort={sortKeys(state.definition.sort)}
      onSort={(column, beside) => state.change({ sort: sortAfter(state.definition.sort, column, beside) })}
      chosen={chosen}
      onChoose={on.onChoose}
      onChooseAll={on.onChooseAll}
      onLinesSeen={rows.onLinesSeen}
      editor={(editing) => {
        const field = fieldOf.get(editing.column);
        const own = cells.get(editing.row.id)?.[editing.column];
        const refused = own === undefined || own.kind === 'saving' ? null : own.typed;
        return field && <CellEditor {...editing} field={field} refused={refused} onName={nameMention} />;
      }}
      onCommit={(row, column, value) => {
        const field = fieldOf.get(column);
        return field === undefined || commit(row, field, value);
      }}
      stateOf={stateOf}
      setBack={standing}
      onForget={forget}
      onPaste={on.onPaste}
      foot={foot}
      paperNote={paperNote}
      busy={rows.busy}
      words={{
        chooseRow: t`Choose this row`,
        chooseAll: t`Choose all rows`,
        width: (column) => t`Width of ${column}; a double press brings the first width back`,
      }}
    />
  );
}

function GroupTitle({ title, count }: { readonly title: string; readonly count: string }) {
  return (
    <span className={classes.groupTitle} title={title}>
      <span>{title}</span> <span className={classes.count}>{count}</span>
    </span>
  );
}
