import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { Chosen } from '../../../../ui/grid/grid-model.ts';
import { usePageTitle } from '../../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../../ui/states.tsx';
import type { TableRow } from '../../api/table-queries.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GroupMenu } from './group-menu.tsx';
import { RegisterTable } from './register-table.tsx';
import type { TableName } from './table-kinds.ts';
import classes from './table.module.css';
import { useCellWrites } from './use-cell-writes.tsx';
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

/** A table of the register as a page: what it shows stands in the address. */
export function RegisterTablePage({ table, title, empty }: Props) {
  const workspace = useWorkspace();
  const words = useWords();
  const fields = useTableFields(workspace, table);
  const state = useTableState(workspace, table);
  const rows = useTableRows(workspace, table, state.definition);
  const writes = useCellWrites(workspace, table);
  const [chosen, setChosen] = useState<Chosen<TableRow>>(new Map());
  usePageTitle(title);
  const { isReady, error, total } = rows;
  const isNarrowed = rows.asked.filters.length > 0 || rows.asked.q !== null;
  const shared = { workspace, table, fields, state } as const;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{title}</h1>
        {isReady && <span className={classes.count}>{words.count(total)}</span>}
        <ViewsMenu {...shared} />
        <div className={classes.actions}>
          <GroupMenu {...shared} />
          <ColumnsMenu {...shared} />
          <ExportMenu {...shared} />
        </div>
      </div>
      <FilterBar {...shared} />
      {error !== null && <FailureState inline error={error} onRetry={() => void rows.retry()} />}
      {!isReady && error === null && <LoadingState lines={12} />}
      {isReady && total === 0 && (
        <EmptyState
          title={isNarrowed ? <Trans>Nothing fits these filters.</Trans> : <Trans>Nothing recorded yet.</Trans>}
        >
          {isNarrowed ? <Trans>Remove a filter, use fewer words, or try another script.</Trans> : empty}
        </EmptyState>
      )}
      {isReady && total > 0 && (
        <RegisterTable
          {...shared}
          caption={title}
          rows={rows}
          writes={writes}
          chosen={chosen}
          onChoose={setChosen}
          onChooseAll={() => undefined}
          onPaste={() => undefined}
        />
      )}
    </div>
  );
}
