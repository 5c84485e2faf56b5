import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useAbilities } from '../../../../lib/workspaces.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { ChangeChosen, type ChosenAct } from './change-chosen.tsx';
import { ExportChosen } from './export-chosen.tsx';
import classes from './table.module.css';
import type { TableField } from './table-fields.ts';
import { TABLE_KINDS, type TableName } from './table-kinds.ts';
import { MOST_WRITES, type useBatch } from './use-batch.ts';
import type { TableState } from './use-table-state.ts';

type Props = {
  readonly workspace: string;
  readonly table: TableName;
  readonly rows: readonly TableRow[];
  readonly state: TableState;
  readonly fields: readonly TableField[];
  readonly batch: ReturnType<typeof useBatch>;
  readonly onClear: () => void;
};

/** How many rows are chosen, and what the reader can do with all of them. */
export function SelectionBar({ workspace, table, rows, fields, state, batch, onClear }: Props) {
  const { t } = useLingui();
  const { write } = useAbilities();
  const [act, setAct] = useState<ChosenAct | null>(null);
  const { period } = TABLE_KINDS[table];
  const ending = period !== null && 'to' in period ? (fields.find(({ name }) => name === period.to) ?? null) : null;
  const isTooMany = rows.length > MOST_WRITES;
  const small = { size: 'compact-sm', variant: 'default', disabled: isTooMany } as const;
  return (
    <div className={classes.selection} role="region" aria-label={t`Chosen rows`}>
      <strong>
        <Plural value={rows.length} one="# chosen" other="# chosen" />
      </strong>
      {write && (
        <Button {...small} onClick={() => setAct('set')}>
          <Trans>Set a field…</Trans>
        </Button>
      )}
      {write && ending !== null && (
        <Button {...small} onClick={() => setAct('end')}>
          <Trans>End…</Trans>
        </Button>
      )}
      <ExportChosen workspace={workspace} table={table} fields={fields} state={state} rows={rows} />
      {write && (
        <Button {...small} c="var(--ink-danger)" onClick={() => setAct('remove')}>
          <Trans>Remove…</Trans>
        </Button>
      )}
      {write && isTooMany && (
        <span className={classes.quiet}>
          <Trans>One change takes at most {MOST_WRITES} records.</Trans>
        </span>
      )}
      <CloseButton size="sm" aria-label={t`Choose nothing`} onClick={onClear} />
      {act !== null && (
        <ChangeChosen
          act={act}
          table={table}
          rows={rows}
          fields={fields}
          ending={ending}
          batch={batch}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            onClear();
          }}
        />
      )}
    </div>
  );
}
