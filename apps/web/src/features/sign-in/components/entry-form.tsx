import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, SubmitEvent } from 'react';
import { Refusal } from './refusal.tsx';

type Props = {
  readonly submit: string;
  readonly pending: boolean;
  readonly error: unknown;
  /** What was typed, by the names of the fields. */
  readonly onSubmit: (typed: (name: string) => string) => void;
  readonly children: ReactNode;
};

/** A short form that is sent whole. What was typed is read when it is sent, and kept nowhere. */
export function EntryForm({ submit, pending, error, onSubmit, children }: Props) {
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    onSubmit((name) => {
      const value = typed.get(name);
      return typeof value === 'string' ? value : '';
    });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        {children}
        <Refusal error={error} />
        <div>
          <Button type="submit" loading={pending}>
            {submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

type EmailProps = {
  /** The only address that leads on from here. */
  readonly email?: string;
  /** Whether the browser may offer passkeys here. */
  readonly passkey?: boolean;
  readonly autoFocus?: boolean;
};

export function EmailField({ email, passkey = false, autoFocus = false }: EmailProps) {
  const { t } = useLingui();
  return (
    <TextInput
      name="email"
      type="email"
      label={t`E-mail`}
      required
      maxLength={254}
      autoComplete={passkey ? 'username webauthn' : 'username'}
      defaultValue={email}
      readOnly={email !== undefined}
      autoFocus={autoFocus}
    />
  );
}

export function NameField() {
  const { t } = useLingui();
  return (
    <TextInput
      name="name"
      label={t`Your name`}
      description={t`As it stands beside what you write.`}
      required
      maxLength={200}
      autoComplete="name"
      autoFocus
    />
  );
}

type PasswordProps = { readonly as: 'present' | 'new'; readonly name?: string; readonly autoFocus?: boolean };

const SHORTEST = 12;

/** A password that is there, or one that is to be. */
export function PasswordField({ as, name = 'password', autoFocus = false }: PasswordProps) {
  const { t } = useLingui();
  const isNew = as === 'new';
  return (
    <PasswordInput
      name={name}
      label={isNew ? t`New password` : t`Password`}
      description={
        isNew && (
          <Trans>At least {SHORTEST} characters of any kind. A few words that do not belong together are good.</Trans>
        )
      }
      required
      maxLength={1000}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoFocus={autoFocus}
      visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password`, tabIndex: 0 }}
    />
  );
}
