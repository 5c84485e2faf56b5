import { KEY_SCOPES, type KeyScope } from '@entente/contract/sign-in';
import { type Role, roleMay } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { ShownOnce } from '../../../ui/shown-once.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { createKey, keysQuery } from '../api/key-requests.ts';
import { ACTION_WORDS } from './permission-words.ts';

type Props = { readonly own: Role; readonly onDone: () => void };

const USUAL_DAYS = 90;
const MOST_DAYS = 365;

/** Makes a key for a program, and shows it this once. */
export function KeyForm({ own, onDone }: Props) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(['register.read']);
  const [days, setDays] = useState(USUAL_DAYS);
  const make = useMutation({
    mutationFn: () => createKey(workspace, { name: name.trim(), scopes: scopes as readonly KeyScope[], days }),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery(workspace).queryKey }),
  });
  if (make.data) {
    return (
      <ShownOnce secret={make.data.key} onDone={onDone}>
        <Trans>
          This is the key. It is shown this once: put it where the program keeps its secrets, and send it as{' '}
          <code>Authorization: Bearer …</code>
        </Trans>
      </ShownOnce>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t`What the key is for`}
          description={t`For example the name of the program.`}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Checkbox.Group
          label={t`What the program may do`}
          description={t`Never more than you may do yourself at that moment.`}
          value={[...scopes]}
          onChange={setScopes}
        >
          <Stack gap={6} my={6}>
            {KEY_SCOPES.filter((scope) => roleMay(own, scope)).map((scope) => (
              <Checkbox key={scope} value={scope} label={i18n._(ACTION_WORDS[scope])} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NumberInput
          label={t`The key holds for so many days`}
          min={1}
          max={MOST_DAYS}
          clampBehavior="strict"
          allowDecimal={false}
          value={days}
          onChange={(value) => setDays(typeof value === 'number' ? value : USUAL_DAYS)}
        />
        {make.error && <FailureState inline error={make.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={make.isPending} disabled={scopes.length === 0}>
            <Trans>Make the key</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
