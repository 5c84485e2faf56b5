import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useState } from 'react';
import { useAsOf } from '../../../../lib/as-of.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { useAbilities } from '../../../../lib/workspaces.ts';
import type { Chosen } from '../../../../ui/grid/grid-model.ts';
import type { Place } from '../../../../ui/grid/grid-places.ts';
import { blockCells } from '../../../../ui/grid/text-block.ts';
import { usePageTitle } from '../../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../../ui/states.tsx';
import { firstRows, type TableRow } from '../../api/table-queries.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GroupMenu } from './group-menu.tsx';
import { PasteDialog, type Pasted } from './paste-dialog.tsx';
import { kindsNamed } from './paste-plan.ts';
import { RecordAddressProvider, useAddressesOf, useLinkPress } from './record-address.ts';
import { RegisterTable } from './register-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useTableColumns } from './table-columns.tsx';
import type { OpenedGroups } from './table-groups.ts';
import { TABLE_KINDS, type TableName } from './table-kinds.ts';
import classes from './table.module.css';
import { MOST_WRITES, useBatch } from './use-batch.ts';
import { useCellWrites } from './use-cell-writes.tsx';
import { useDisputed } from './use-disputed.ts';
import { useTableChanges } from './use-table-changes.tsx';
import { useTableFields } from './use-table-fields.ts';
import { useTableRows } from './use-table-rows.ts';
import { useTableState } from './use-table-state.ts';
import { ViewsMenu } from './views-menu.tsx';

type Props = {
  readonly table: TableName;
  readonly title: string;
  /** What to do where nothing is recorded yet. */
  readonly empty: ReactNode;
};

const NONE: Chosen<TableRow> = new Map();

/** A table of the register as a page: what it shows stands in the address. */
export function RegisterTablePage({ table, title, empty }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const abilities = useAbilities();
  const fields = useTableFields(workspace, table);
  const state = useTableState(workspace, table);
  const { change } = state;
  const onOpened = useCallback((opened: OpenedGroups) => change({ opened }), [change]);
  const { day } = useAsOf();
  const rows = useTableRows(workspace, table, state.definition, table === 'stakes' ? day : null, onOpened);
  const columns = useTableColumns(table, fields, state.definition.columns, useDisputed(workspace, table));
  const changes = useTableChanges(workspace, table);
  const writes = useCellWrites(workspace, table, changes);
  const [chosen, setChosen] = useState(NONE);
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const { tellSaved, refresh, undo } = changes;
  const onSaved = useCallback(
    async (records: number, change: string) => {
      tellSaved(records, change);
      await refresh('all');
    },
    [tellSaved, refresh],
  );
  const batch = useBatch(workspace, onSaved);
  usePageTitle(title);
  const onLink = useLinkPress();
  const addressOf = useAddressesOf(workspace);
  const { isReady, error, total, asked } = rows;
  const isNarrowed = asked.filters.length > 0 || asked.q !== null;
  const shared = { workspace, table, fields, state } as const;
  const { newestOf } = rows;
  const newest = useMemo(() => newestOf([...chosen.values()]), [newestOf, chosen]);

  const chooseAll = async (): Promise<void> => {
    if (chosen.size > 0) return setChosen(NONE);
    const all = await firstRows(workspace, table, asked, MOST_WRITES);
    setChosen(new Map(all.map((row) => [row.id, row])));
    if (total > all.length)
      notifications.show({ message: t`The first ${MOST_WRITES} rows are chosen: one change takes no more.` });
  };
  const paste = async (text: string, { line, column }: Place): Promise<void> => {
    if (!abilities.write) return;
    const cells = blockCells(text);
    const from = columns.slice(column).flatMap(({ id }) => fields.find(({ name }) => name === id) ?? []);
    const laid = await rows.rowsFrom(line, cells.length);
    const [field, row] = [from[0], laid[0]];
    // One cell is like typing into it; a name needs to be looked for first.
    const isOne = cells.length === 1 && cells[0]?.length === 1;
    const isPlain = field?.isTyped && kindsNamed(field).length === 0 && field.shape.as !== 'details';
    if (isOne && isPlain && row !== undefined) return void writes.commit(row, field, cells[0]?.[0] ?? null);
    if (cells.length > 0) setPasted({ cells, fields: from, rows: laid });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof Element && event.target.matches('input, textarea');
    if (isTyping || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    void undo();
  };

  return (
    <div className={classes.page} onKeyDown={onKeyDown} onClick={onLink}>
      <div className={classes.head}>
        <h1>{title}</h1>
        <ViewsMenu {...shared} />
        {chosen.size > 0 ? (
          <SelectionBar {...shared} rows={newest} batch={batch} onClear={() => setChosen(NONE)} />
        ) : (
          <div className={classes.actions}>
            <GroupMenu {...shared} />
            <ColumnsMenu {...shared} />
            <ExportMenu {...shared} />
            {abilities.write && (
              <Button size="compact-sm" component="a" data-record href={addressOf(TABLE_KINDS[table].page, 'new')}>
                <Trans>Add</Trans>
              </Button>
            )}
          </div>
        )}
      </div>
      <FilterBar {...shared} />
      {error !== null && <FailureState inline error={error} onRetry={() => void rows.retry()} />}
      {!isReady && error === null && <LoadingState lines={12} />}
      {isReady && total === 0 && (
        <EmptyState
          title={isNarrowed ? <Trans>Nothing fits these filters.</Trans> : <Trans>Nothing recorded yet.</Trans>}
        >
          {isNarrowed ? (
            <Trans>Remove a filter, use fewer words, or try another script.</Trans>
          ) : (
            abilities.write && empty
          )}
        </EmptyState>
      )}
      {isReady && total > 0 && (
        <RecordAddressProvider value={addressOf}>
          <RegisterTable
            {...shared}
            caption={title}
            columns={columns}
            rows={rows}
            writes={writes}
            chosen={chosen}
            onChoose={setChosen}
            onChooseAll={() => void chooseAll()}
            onPaste={(text, place) => void paste(text, place)}
          />
        </RecordAddressProvider>
      )}
      {pasted !== null && (
        <PasteDialog
          workspace={workspace}
          table={table}
          pasted={pasted}
          batch={batch}
          onClose={() => setPasted(null)}
        />
      )}
    </div>
  );
}
