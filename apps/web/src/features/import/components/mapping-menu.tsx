import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../../../lib/failure-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { mappingsQuery } from '../api/import-queries.ts';
import { createMapping, removeMapping } from '../api/import-writes.ts';
import classes from './import.module.css';
import { changeByMapping, columnsKnown, mappingOf } from './mapping-change.ts';
import type { StepProps } from './use-draft.ts';

/** Mappings saved before: one is chosen, or this one is saved, for oneself or for everybody. */
export function MappingMenu({ draft, onChange }: StepProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        <Trans>Saved mappings</Trans>
      </Button>
      <Dialog opened={opened} title={t`Saved mappings`} onClose={close} size="lg">
        <Stack gap="lg">
          <SavedMappings
            draft={draft}
            onChange={(change) => {
              onChange(change);
              close();
            }}
          />
          <SaveMapping draft={draft} onSaved={close} />
        </Stack>
      </Dialog>
    </>
  );
}

function SavedMappings({ draft, onChange }: StepProps) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { data, error } = useQuery(mappingsQuery(workspace));
  const forget = useMutation({
    mutationFn: (id: string) => removeMapping(workspace, id),
    onSettled: () => client.invalidateQueries({ queryKey: mappingsQuery(workspace).queryKey }),
    onError: (failure) => {
      const { happened, todo } = failureWords(failure, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    },
  });
  if (error && !data) return <FailureState inline error={error} />;
  if (data?.length === 0) {
    return (
      <p className={classes.quiet}>
        <Trans>None yet. A saved mapping is used by itself for the next table with the same headings.</Trans>
      </p>
    );
  }
  return (
    <ul className={classes.mappings}>
      {(data ?? []).map((mapping) => (
        <li key={mapping.id}>
          <span>
            {mapping.name}{' '}
            <span className={classes.quiet}>
              <Plural value={columnsKnown(draft, mapping)} one="knows # column" other="knows # columns" />
              {mapping.shared && <Trans>, shared</Trans>}
            </span>
          </span>
          <Group gap={6} wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t`Use`}: ${mapping.name}`}
              disabled={columnsKnown(draft, mapping) === 0}
              onClick={() => onChange(changeByMapping(draft, mapping))}
            >
              <Trans>Use</Trans>
            </Button>
            {mapping.mine && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${t`Forget`}: ${mapping.name}`}
                onClick={() => forget.mutate(mapping.id)}
              >
                <Trans>Forget</Trans>
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}

function SaveMapping({ draft, onSaved }: { readonly draft: StepProps['draft']; readonly onSaved: () => void }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [name, setName] = useState(draft.name.replace(/\.[a-z]+$/i, ''));
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => createMapping(workspace, mappingOf(draft, name.trim(), shared)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mappingsQuery(workspace).queryKey });
      const kept = name.trim();
      notifications.show({ message: t`The mapping “${kept}” is saved.` });
      onSaved();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t`Save the present mapping as`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={200}
          required
        />
        <Switch
          label={t`Use it for everybody in the workspace`}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        {save.error && <FailureState inline error={save.error} />}
        <Group>
          <Button type="submit" size="xs" loading={save.isPending} disabled={name.trim() === ''}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
