import type { CustomFieldAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { customFieldsQuery, useCustomWords } from '../../../lib/custom-fields.ts';
import { failureWords } from '../../../lib/failure-words.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { changeField, removeField } from '../api/custom-field-writes.ts';
import { FieldForm } from '../components/field-form.tsx';
import { useShapeWords } from '../components/shape-words.ts';

type Edited = { readonly field: CustomFieldAnswer | null };

/** The fields that the workspace adds to the register's own. */
export function CustomFieldsPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { configure } = useAbilities();
  const { data, error, refetch } = useQuery(customFieldsQuery(workspace));
  const [edited, setEdited] = useState<Edited | null>(null);
  usePageTitle(t`Own fields`);
  const close = (): void => setEdited(null);
  return (
    <>
      <Group justify="space-between">
        <h1>
          <Trans>Own fields</Trans>
        </h1>
        {configure && (
          <Button size="xs" onClick={() => setEdited({ field: null })}>
            <Trans>Add a field</Trans>
          </Button>
        )}
      </Group>
      <p>
        <Trans>
          Fields of your own stand in forms, tables, filters, files and the API beside those of the register. Their
          values have sources and a history like all others.
        </Trans>
      </p>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && <FieldsTable fields={data} onEdit={(field) => setEdited({ field })} />}
      <Dialog opened={edited !== null} title={edited?.field ? t`Change the field` : t`Add a field`} onClose={close}>
        {edited && <FieldForm field={edited.field} onDone={close} />}
      </Dialog>
    </>
  );
}

type TableProps = {
  readonly fields: readonly CustomFieldAnswer[];
  readonly onEdit: (field: CustomFieldAnswer) => void;
};

function FieldsTable({ fields, onEdit }: TableProps) {
  const { t } = useLingui();
  const words = useWords();
  const own = useCustomWords();
  const shapes = useShapeWords();
  const columns: Column<CustomFieldAnswer>[] = [
    { id: 'kind', header: t`Kind of record`, value: ({ kind }) => words.term('subjects', kind) },
    { id: 'label', header: t`Name of the field`, value: own.label },
    { id: 'as', header: t`What it holds`, value: ({ as }) => shapes[as] },
    {
      id: 'terms',
      header: t`What may be chosen`,
      value: (field) => field.terms.map(({ term }) => own.value(field, term)).join(' · ') || null,
    },
    { id: 'key', header: t`Key`, value: ({ key }) => key },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: (field) => field.abilities.change && <FieldActions field={field} onEdit={() => onEdit(field)} />,
    },
  ];
  return (
    <DataTable
      caption={t`Own fields`}
      columns={columns}
      rows={fields}
      rowKey={({ id }) => id}
      setBack={({ retired }) => (retired ? t`retired` : null)}
      empty={<Trans>No fields of your own yet. Add one, for example a priority or a contract number.</Trans>}
    />
  );
}

function FieldActions({ field, onEdit }: { readonly field: CustomFieldAnswer; readonly onEdit: () => void }) {
  const { i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: async (action: 'retire' | 'remove'): Promise<void> => {
      const key = crypto.randomUUID();
      if (action === 'remove') await removeField(workspace, field, key);
      else await changeField(workspace, field, { retired: !field.retired }, key);
    },
    onSettled: () => client.invalidateQueries({ queryKey: customFieldsQuery(workspace).queryKey }),
    onError: (error) => {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    },
  });
  return (
    <Group gap={6} wrap="nowrap">
      <Button size="compact-sm" variant="default" onClick={onEdit}>
        <Trans>Change</Trans>
      </Button>
      <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate('retire')}>
        {field.retired ? <Trans>Use again</Trans> : <Trans>Retire</Trans>}
      </Button>
      <Button size="compact-sm" variant="subtle" loading={act.isPending} onClick={() => act.mutate('remove')}>
        <Trans>Remove</Trans>
      </Button>
    </Group>
  );
}
