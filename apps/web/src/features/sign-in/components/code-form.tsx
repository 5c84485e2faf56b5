import type { SessionAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { giveCode } from '../api/session-requests.ts';
import { EntryForm } from './entry-form.tsx';

type Props = { readonly onSignedIn: (session: SessionAnswer) => void; readonly onBack: () => void };

/** The second step: a code of the authenticator, or one of the codes kept for the day it is lost. */
export function CodeForm({ onSignedIn, onBack }: Props) {
  const { t } = useLingui();
  const [kind, setKind] = useState<'totp' | 'recovery-code'>('totp');
  const give = useMutation({ mutationFn: (code: string) => giveCode(kind, code), onSuccess: onSignedIn });
  const isTotp = kind === 'totp';
  const turn = (): void => {
    give.reset();
    setKind(isTotp ? 'recovery-code' : 'totp');
  };
  return (
    <>
      <EntryForm
        key={kind}
        submit={t`Sign in`}
        pending={give.isPending}
        error={give.error}
        onSubmit={(typed) => give.mutate(typed('code'))}
      >
        <TextInput
          name="code"
          label={isTotp ? t`Code of your authenticator` : t`Recovery code`}
          description={isTotp ? t`Six figures; a new code every half minute.` : t`Each works once.`}
          required
          maxLength={40}
          inputMode={isTotp ? 'numeric' : 'text'}
          autoComplete={isTotp ? 'one-time-code' : 'off'}
          autoFocus
        />
      </EntryForm>
      <Button mt="sm" size="compact-sm" variant="subtle" onClick={turn}>
        {isTotp ? <Trans>Use a recovery code</Trans> : <Trans>Use the authenticator</Trans>}
      </Button>{' '}
      <Button mt="sm" size="compact-sm" variant="subtle" onClick={onBack}>
        <Trans>Begin again</Trans>
      </Button>
    </>
  );
}
