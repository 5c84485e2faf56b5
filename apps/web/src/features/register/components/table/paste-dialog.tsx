import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { LoadingState } from '../../../../ui/states.tsx';
import { calledOf, choicesQuery } from '../../api/record-queries.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { BatchFailure } from './batch-failure.tsx';
import { cellWords } from './cell-words.ts';
import { namesIn, pastePlan, type PlannedCell, type PlannedRow, type ReferenceOf } from './paste-plan.ts';
import { problemText } from './problem-text.ts';
import classes from './table.module.css';
import { shownIn, type TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import { MOST_WRITES, type useBatch } from './use-batch.ts';

export type Pasted = {
  readonly cells: readonly (readonly string[])[];
  readonly fields: readonly TableField[];
  readonly rows: readonly TableRow[];
};

type Props = {
  readonly workspace: string;
  readonly table: TableName;
  readonly pasted: Pasted;
  readonly batch: ReturnType<typeof useBatch>;
  readonly onClose: () => void;
};

/** Rows of the preview; a block may hold more, which are judged all the same. */
const SHOWN = 100;

const folded = (text: string): string => text.normalize('NFKC').trim().toLocaleLowerCase();

/** Records by the names that the block gives them: those alone that are called so. */
function useReferences(workspace: string, pasted: Pasted) {
  const client = useQueryClient();
  const names = useMemo(() => namesIn(pasted), [pasted]);
  return useQuery({
    queryKey: ['workspace', workspace, 'pasted-names', names],
    queryFn: async (): Promise<ReferenceOf> => {
      const found = new Map<string, string>();
      for (const { kind, text } of names) {
        const choices = await client.query(choicesQuery(workspace, [kind], text));
        const called = choices.filter(
          ({ name, reference }) => folded(name) === folded(text) || reference === text.trim(),
        );
        const [only] = called;
        if (called.length === 1 && only?.reference) found.set(`${kind} ${text}`, only.reference);
      }
      return (kind, text) => found.get(`${kind} ${text}`) ?? null;
    },
    gcTime: 0,
  });
}

/** A block from a spreadsheet beside what it would change: old and new, problems at their cells, then one change. */
export function PasteDialog({ workspace, table, pasted, batch, onClose }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const [leavesOut, setLeavesOut] = useState(false);
  const { data: referenceOf, isPending } = useReferences(workspace, pasted);
  const plan = useMemo(
    () => (referenceOf === undefined ? null : pastePlan(table, pasted, referenceOf)),
    [table, pasted, referenceOf],
  );
  const written = plan?.rows.filter(({ write }) => write !== null) ?? [];
  const [changed, added] = [written.filter(({ row }) => row !== null), written.filter(({ row }) => row === null)];
  const isBlocked = (plan?.problems ?? 0) > 0 && !leavesOut;
  const isTooMany = written.length > MOST_WRITES;
  const close = (): void => {
    batch.forget();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (plan !== null && (await batch.save(plan.writes))) close();
  };
  const over = plan?.columnsOver ?? 0;
  const more = words.count((plan?.rows.length ?? 0) - SHOWN);
  return (
    <Modal.Root opened onClose={close} size="auto">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <div className={classes.pasteHead}>
            <Modal.Title>{t`Paste into the table`}</Modal.Title>
            <Modal.CloseButton aria-label={t`Close`} />
          </div>
          {isPending || plan === null ? (
            <LoadingState />
          ) : (
            <>
              <p className={classes.pasteWords}>
                <Plural value={changed.length} one="# record is changed" other="# records are changed" />
                {' · '}
                <Plural value={added.length} one="# is added" other="# are added" />
                {plan.problems > 0 && (
                  <span className={classes.danger}>
                    {' · '}
                    <Plural value={plan.problems} one="# problem" other="# problems" />
                  </span>
                )}
              </p>
              {over > 0 && (
                <p className={classes.pasteWords}>
                  <Plural
                    value={over}
                    one="One pasted column stands beyond the last of the table and is left out."
                    other="# pasted columns stand beyond the last of the table and are left out."
                  />
                </p>
              )}
              <div className={classes.pasteScroller} tabIndex={0} role="group" aria-label={t`What would be changed`}>
                <table className={classes.paste}>
                  <thead>
                    <tr>
                      <th scope="col">
                        <Trans>Record</Trans>
                      </th>
                      {plan.fields.map(({ name, label }) => (
                        <th key={name} scope="col">
                          {label}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {plan.rows.slice(0, SHOWN).map((row, at) => (
                      <PreviewRow key={row.row?.id ?? at} row={row} />
                    ))}
                  </tbody>
                </table>
              </div>
              {plan.rows.length > SHOWN && (
                <p className={classes.pasteWords}>
                  <Trans>And {more} more rows.</Trans>
                </p>
              )}
              {isTooMany && (
                <p className={classes.danger}>
                  <Trans>One change takes at most {MOST_WRITES} records. Import larger tables as a file.</Trans>
                </p>
              )}
              <BatchFailure error={batch.error} nameOf={(at) => calledIn(written[at])} />
              <Group justify="flex-end" mt="sm">
                {plan.problems > 0 && plan.writes.length > 0 && (
                  <Checkbox
                    mr="auto"
                    label={t`Leave out what cannot be read`}
                    checked={leavesOut}
                    onChange={(event) => setLeavesOut(event.currentTarget.checked)}
                  />
                )}
                <Button variant="default" onClick={close}>
                  <Trans>Cancel</Trans>
                </Button>
                <Button
                  data-autofocus
                  loading={batch.isSaving}
                  disabled={isBlocked || isTooMany || plan.writes.length === 0}
                  onClick={() => void save()}
                >
                  <Trans>Save all</Trans>
                </Button>
              </Group>
            </>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const calledIn = (planned: PlannedRow | undefined): string =>
  planned?.row ? calledOf(planned.row) : (planned?.cells[0]?.text ?? '');

function PreviewRow({ row }: { readonly row: PlannedRow }) {
  const { i18n } = useLingui();
  return (
    <tr>
      <th scope="row">
        {row.row === null ? <Trans>new</Trans> : calledOf(row.row)}
        {row.problem !== null && <span className={classes.problem}>▲ {problemText(row.problem, i18n)}</span>}
      </th>
      {row.cells.map((cell) => (
        <PreviewCell key={cell.field.name} cell={cell} row={row.row} />
      ))}
    </tr>
  );
}

function PreviewCell({ cell, row }: { readonly cell: PlannedCell; readonly row: TableRow | null }) {
  const { i18n } = useLingui();
  const words = useWords();
  const { field, text, outcome } = cell;
  const before = row === null ? '' : cellWords(field, shownIn(row, field.name), words, i18n);
  if (outcome === 'same') return <td className={classes.quiet}>{row === null ? text : before}</td>;
  if (outcome === 'changed') {
    return (
      <td>
        {before !== '' && (
          <>
            <del>{before}</del> <span aria-hidden="true">→</span>{' '}
          </>
        )}
        <ins>{text.trim() === '' ? '–' : text}</ins>
      </td>
    );
  }
  return (
    <td>
      {text}
      <span className={classes.problem}>▲ {problemText(outcome, i18n)}</span>
    </td>
  );
}
