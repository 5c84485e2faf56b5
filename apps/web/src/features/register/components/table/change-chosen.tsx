import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { Dialog } from '../../../../ui/dialog.tsx';
import { calledOf } from '../../api/record-queries.ts';
import type { RecordWrite } from '../../api/register-writes.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { BatchFailure } from './batch-failure.tsx';
import { type CellProblem, readCell } from './cell-input.ts';
import { problemText } from './problem-text.ts';
import { SetValueInput } from './set-value-input.tsx';
import classes from './table.module.css';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import type { useBatch } from './use-batch.ts';

/** What is done with all chosen rows. */
export type ChosenAct = 'set' | 'end' | 'remove';

type Props = {
  readonly act: ChosenAct;
  readonly table: TableName;
  readonly rows: readonly TableRow[];
  readonly fields: readonly TableField[];
  /** The field that ends a record of this table; null where none does. */
  readonly ending: TableField | null;
  readonly batch: ReturnType<typeof useBatch>;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** One change of all chosen rows: a field set, an end given, or their removal; undone as one. */
export function ChangeChosen({ act, table, rows, fields, ending, batch, onClose, onDone }: Props) {
  const { t, i18n } = useLingui();
  const settable = fields.filter(({ isTyped, name }) => isTyped && name !== 'slug' && name !== 'key');
  const [field, setField] = useState<TableField | null>(act === 'end' ? ending : null);
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<CellProblem | null>(null);
  const count = rows.length;
  const titles = { set: t`Set a field of all chosen`, end: t`End all chosen`, remove: t`Remove all chosen` };

  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const writes = writesOf();
    if (writes !== null && (await batch.save(writes, reason.trim() === '' ? null : reason.trim()))) onDone();
  };
  const writesOf = (): readonly RecordWrite[] | null => {
    const all = rows.map(({ id, version }) => ({ collection: table, record: id, version }));
    if (act === 'remove') return all.map((one) => ({ ...one, remove: true }));
    if (field === null) return null;
    if (act === 'end' && value.trim() === '') {
      setProblem({ code: 'field-required', message: 'An end is needed', fix: 'Write a date, or “unknown”.' });
      return null;
    }
    const read = readCell(table, field, value);
    setProblem(read.ok ? null : read.problem);
    return read.ok ? all.map((one) => ({ ...one, change: read.body })) : null;
  };
  const close = (): void => {
    batch.forget();
    onClose();
  };
  return (
    <Dialog opened title={titles[act]} onClose={close}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <p className={classes.pasteWords}>
            {act === 'remove' ? (
              <Plural
                value={count}
                one="The record is removed with what is claimed of it. This can be undone."
                other="# records are removed with what is claimed of them, in one change. This can be undone."
              />
            ) : (
              <Plural
                value={count}
                one="One record is changed. This can be undone."
                other="# records are changed, in one change. This can be undone."
              />
            )}
          </p>
          {act === 'set' && (
            <Select
              label={t`Field`}
              data-autofocus
              searchable
              allowDeselect={false}
              data={settable.map(({ name, label }) => ({ value: name, label }))}
              value={field?.name ?? null}
              onChange={(name) => {
                setField(settable.find((one) => one.name === name) ?? null);
                setValue('');
                setProblem(null);
              }}
            />
          )}
          {act !== 'remove' && field !== null && (
            <SetValueInput
              key={field.name}
              field={field}
              value={value}
              onChange={(next) => {
                setValue(next);
                setProblem(null);
              }}
              error={problem === null ? null : problemText(problem, i18n)}
            />
          )}
          <TextInput
            label={t`Reason`}
            description={t`Kept with the change.`}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <BatchFailure
            error={batch.error}
            nameOf={(at) => {
              const row = rows[at];
              return row === undefined ? '' : calledOf(row);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={batch.isSaving} disabled={act === 'set' && field === null}>
              {act === 'remove' ? <Trans>Remove</Trans> : <Trans>Save</Trans>}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
