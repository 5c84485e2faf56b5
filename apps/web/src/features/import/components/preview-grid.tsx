import type { ImportAnswer, ImportColumn } from '@entente/contract/register';
import { groupedBy } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Grid } from '../../../ui/grid/grid.tsx';
import type { CellState, Chosen, GridColumn, GridLine } from '../../../ui/grid/grid-model.ts';
import { FailureState } from '../../../ui/states.tsx';
import { FindingPanel } from './finding-panel.tsx';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { type ImportRow, useImportRows } from './use-import-rows.ts';

type Props = {
  readonly draft: ImportAnswer;
  readonly only: 'problems' | null;
  readonly onLeaveOut: (lines: readonly number[]) => void;
};

const LINE = 'line';
const WIDTH = 170;

const cellOf = (row: ImportRow, column: ImportColumn): ImportRow['cells'][number] | undefined =>
  row.cells.find((cell) => cell.column === column.index);

/** What was read of a cell; what could not be read stands as the table has it. */
const readText = (row: ImportRow, column: ImportColumn): string => {
  const cell = cellOf(row, column);
  return cell === undefined ? '' : (cell.value ?? cell.text);
};

function useColumns(draft: ImportAnswer): readonly GridColumn<ImportRow>[] {
  const { t } = useLingui();
  const own = useImportWords();
  return useMemo(() => {
    const shared = { sortable: false, editable: () => false } as const;
    const line: GridColumn<ImportRow> = {
      id: LINE,
      header: t`Row`,
      width: 70,
      numeric: true,
      cell: (row) => row.line,
      text: (row) => String(row.line),
      ...shared,
    };
    const mapped = draft.columns.filter(({ mapping }) => mapping !== null);
    return [
      line,
      ...mapped.map(
        (column): GridColumn<ImportRow> => ({
          id: String(column.index),
          header: own.field(draft, column.mapping ?? ''),
          width: WIDTH,
          numeric: false,
          cell: (row) => readText(row, column),
          text: (row) => readText(row, column),
          ...shared,
        }),
      ),
    ];
  }, [draft, own, t]);
}

/** Thousands of rows as they will be recorded; a cell that cannot be read says why while it has the focus. */
export function PreviewGrid({ draft, only, onLeaveOut }: Props) {
  const { t } = useLingui();
  const own = useImportWords();
  const columns = useColumns(draft);
  const rows = useImportRows({ id: draft.id, version: draft.version, only });
  const [chosen, setChosen] = useState<Chosen<ImportRow>>(new Map());
  const { rowAt, total, onLinesSeen } = rows;
  const lineAt = useCallback(
    (at: number): GridLine<ImportRow> => {
      const row = rowAt(at);
      return { kind: 'row', row, key: row === null ? `at ${at}` : String(row.line) };
    },
    [rowAt],
  );
  const stateOf = useCallback(
    (row: ImportRow): Readonly<Record<string, CellState>> | null => {
      if (row.problems.length === 0) return null;
      const mapped = new Set(draft.columns.filter(({ mapping }) => mapping !== null).map(({ index }) => index));
      const placed = groupedBy(row.problems, ({ column }) =>
        column !== null && mapped.has(column) ? String(column) : LINE,
      );
      return Object.fromEntries(
        [...placed].map(([id, findings]): [string, CellState] => {
          const text = row.cells.find(({ column }) => String(column) === id)?.text ?? null;
          const panel = <FindingPanel findings={findings} text={text} onLeaveOut={() => onLeaveOut([row.line])} />;
          return [id, { tone: 'refused', shown: id === LINE ? String(row.line) : text, panel }];
        }),
      );
    },
    [draft.columns, onLeaveOut],
  );
  const setBack = useCallback((row: ImportRow) => (row.leftOut === null ? null : own.leftOut(row.leftOut)), [own]);
  if (rows.error) return <FailureState inline error={rows.error} onRetry={() => void rows.retry()} />;
  if (!rows.isReady) return null;
  const lines = [...chosen.values()].filter(({ leftOut }) => leftOut === null).map(({ line }) => line);
  return (
    <>
      {lines.length > 0 && (
        <Group gap="xs" mb="xs" role="status">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onLeaveOut(lines);
              setChosen(new Map());
            }}
          >
            <Trans>Leave chosen rows out</Trans>
          </Button>
        </Group>
      )}
      <div className={classes.preview}>
        <Grid
          name="import"
          caption={t`Rows as they will be recorded`}
          columns={columns}
          lineCount={total}
          lineAt={lineAt}
          sort={[]}
          onSort={nothing}
          chosen={chosen}
          onChoose={setChosen}
          onChooseAll={() => setChosen(chosen.size > 0 ? new Map() : loaded(total, rowAt))}
          onLinesSeen={onLinesSeen}
          editor={() => null}
          onCommit={() => false}
          stateOf={stateOf}
          setBack={setBack}
          onForget={nothing}
          onPaste={nothing}
          foot={null}
          busy={rows.busy}
          words={{
            chooseRow: t`Choose this row`,
            chooseAll: t`Choose all rows`,
            loading: t`Loading`,
            width: (column) => t`Width of ${column}; a double press brings the first width back`,
          }}
        />
      </div>
    </>
  );
}

const nothing = (): void => undefined;

/** The rows that have come so far. */
function loaded(total: number, rowAt: (at: number) => ImportRow | null): Chosen<ImportRow> {
  const chosen = new Map<string, ImportRow>();
  for (let at = 0; at < total; at++) {
    const row = rowAt(at);
    if (row !== null) chosen.set(String(row.line), row);
  }
  return chosen;
}
