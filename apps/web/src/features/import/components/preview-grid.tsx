import type { ImportAnswer, ImportChange } from '@entente/contract/register';
import { groupedBy } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useCallback, useState } from 'react';
import { FailureState } from '../../../ui/states.tsx';
import { Grid } from '../../../ui/grid/grid.tsx';
import type { CellState, Chosen, GridLine } from '../../../ui/grid/grid-model.ts';
import { LineEditor } from '../../../ui/grid/line-editor.tsx';
import { FindingPanel } from './finding-panel.tsx';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { cellText, LINE, usePreviewColumns } from './preview-columns.tsx';
import { type ImportRow, useImportRows } from './use-import-rows.ts';

type Props = {
  readonly draft: ImportAnswer;
  readonly only: 'problems' | null;
  readonly onLeaveOut: (lines: readonly number[]) => void;
  readonly onChange: (change: ImportChange) => void;
};

/** What was typed into cells since a version of the draft, until the next one holds it. */
type Typed = { readonly version: number; readonly cells: Readonly<Record<string, string>> };

const placeOf = (row: ImportRow, column: string): string => `${row.line}:${column}`;
const nothing = (): void => undefined;
const noNote = (): null => null;

/** Thousands of rows as they are understood; a cell that cannot be read says why while it has the focus, and is mended there. */
export function PreviewGrid({ draft, only, onLeaveOut, onChange }: Props) {
  const { t } = useLingui();
  const own = useImportWords();
  const columns = usePreviewColumns(draft);
  const rows = useImportRows({ id: draft.id, version: draft.version, only });
  const [chosen, setChosen] = useState<Chosen<ImportRow>>(new Map());
  const [typed, setTyped] = useState<Typed>({ version: draft.version, cells: {} });
  const pending = typed.version === draft.version ? typed.cells : {};
  const { rowAt, total, onLinesSeen } = rows;
  const lineAt = useCallback(
    (at: number): GridLine<ImportRow> => {
      const row = rowAt(at);
      return { kind: 'row', row, key: row === null ? `at ${at}` : String(row.line) };
    },
    [rowAt],
  );
  const stateOf = (row: ImportRow): Readonly<Record<string, CellState>> | null => {
    const shown = new Set(columns.map(({ id }) => id));
    const placed = groupedBy(row.problems, ({ column }) => (shown.has(String(column)) ? String(column) : LINE));
    const wrong = [...placed].map(([id, findings]): [string, CellState] => {
      const text = id === LINE ? String(row.line) : cellText(row, Number(id));
      const leaveOut = (): void => onLeaveOut([row.line]);
      const panel = <FindingPanel findings={findings} isCell={id !== LINE} onLeaveOut={leaveOut} />;
      return [id, { tone: 'refused', shown: text, panel }];
    });
    const saving = columns.flatMap(({ id }): [string, CellState][] => {
      const text = pending[placeOf(row, id)];
      return text === undefined ? [] : [[id, { tone: 'saving', shown: text, panel: null }]];
    });
    return wrong.length + saving.length === 0 ? null : Object.fromEntries([...wrong, ...saving]);
  };
  const mend = (row: ImportRow, column: string, value: string | null): boolean => {
    const text = value ?? '';
    if (text === cellText(row, Number(column))) return true;
    setTyped({ version: draft.version, cells: { ...pending, [placeOf(row, column)]: text } });
    onChange({ cells: { [placeOf(row, column)]: text } });
    return true;
  };
  if (rows.error) return <FailureState inline error={rows.error} onRetry={() => void rows.retry()} />;
  if (!rows.isReady) return null;
  const lines = [...chosen.values()].filter(({ leftOut }) => leftOut === null).map(({ line }) => line);
  return (
    <>
      {lines.length > 0 && (
        <Group gap="xs" mb="xs">
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
          onChooseAll={() => setChosen(chosen.size > 0 ? new Map() : rowsLoaded(total, rowAt))}
          onLinesSeen={onLinesSeen}
          editor={({ row, column, typed: begun, onCommit, onGiveUp }) => (
            <LineEditor
              label={columns.find(({ id }) => id === column)?.header ?? ''}
              initial={cellText(row, Number(column))}
              typed={begun}
              onCommit={onCommit}
              onGiveUp={onGiveUp}
            />
          )}
          onCommit={mend}
          stateOf={stateOf}
          setBack={(row) => (row.leftOut === null ? null : own.leftOut(row.leftOut))}
          onForget={nothing}
          onPaste={nothing}
          foot={null}
          paperNote={noNote}
          busy={rows.busy}
          words={{
            chooseRow: t`Choose this row`,
            chooseAll: t`Choose all rows`,
            width: (column) => t`Width of ${column}; a double press brings the first width back`,
          }}
        />
      </div>
      <p className={classes.quiet}>
        <Trans>Arrow keys move; Enter or typing mends a cell here, not in your file; Space chooses a row.</Trans>
      </p>
    </>
  );
}

/** The rows that have come so far. */
function rowsLoaded(total: number, rowAt: (at: number) => ImportRow | null): Chosen<ImportRow> {
  const chosen = new Map<string, ImportRow>();
  for (let at = 0; at < total; at++) {
    const row = rowAt(at);
    if (row !== null) chosen.set(String(row.line), row);
  }
  return chosen;
}
