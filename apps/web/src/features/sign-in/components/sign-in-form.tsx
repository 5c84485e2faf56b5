import type { SessionAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { knowsPasskeys } from '../api/passkeys.ts';
import { signIn, signOut } from '../api/session-requests.ts';
import { CodeForm } from './code-form.tsx';
import { EmailField, EntryForm, PasswordField } from './entry-form.tsx';
import { Refusal } from './refusal.tsx';
import { SignOnWays } from './sign-on-ways.tsx';
import classes from './sign-in.module.css';
import { usePasskey } from './use-passkey.ts';

type Props = {
  /** How far signing in has come already. */
  readonly session: SessionAnswer;
  /** The only e-mail that leads on from here. */
  readonly email?: string;
  /** Where to go after coming by an identity provider; left out where another way leads there. */
  readonly to?: string | undefined;
  readonly offersFirms?: boolean;
  readonly onSignedIn: (session: SessionAnswer) => void;
};

/** Signing in: e-mail and password and, where one is in use, a code; or a passkey, which is both. */
export function SignInForm({ session, email, to, offersFirms = false, onSignedIn }: Props) {
  const [isAskedForCode, setAskedForCode] = useState(session.state === 'second-factor');
  const forward = (next: SessionAnswer): void =>
    next.state === 'second-factor' ? setAskedForCode(true) : onSignedIn(next);
  const back = (): void => {
    setAskedForCode(false);
    void signOut();
  };
  if (isAskedForCode) return <CodeForm onSignedIn={onSignedIn} onBack={back} />;
  return (
    <>
      <FirstStep session={session} onForward={forward} {...(email === undefined ? {} : { email })} />
      {offersFirms && <SignOnWays to={to} />}
    </>
  );
}

type StepProps = Pick<Props, 'session' | 'email'> & { readonly onForward: (session: SessionAnswer) => void };

function FirstStep({ session, email, onForward }: StepProps) {
  const { t } = useLingui();
  const begin = useMutation({ mutationFn: signIn, onSuccess: onForward });
  const passkey = usePasskey(onForward);
  return (
    <>
      <EntryForm
        submit={t`Sign in`}
        pending={begin.isPending}
        error={begin.error}
        onSubmit={(typed) => begin.mutate({ email: typed('email').trim(), password: typed('password') })}
      >
        <EmailField passkey {...(email === undefined ? { autoFocus: true } : { email })} />
        <PasswordField as="present" autoFocus={email !== undefined} />
      </EntryForm>
      {session.sendsMail && (
        <p>
          <Link to="/forgotten">
            <Trans>I have forgotten my password</Trans>
          </Link>
        </p>
      )}
      {knowsPasskeys() && (
        <>
          <p className={classes.or}>
            <Trans>or without a password</Trans>
          </p>
          <Refusal error={passkey.error} />
          <Button variant="default" loading={passkey.press.isPending} onClick={() => passkey.press.mutate()}>
            <Trans>Sign in with a passkey</Trans>
          </Button>
        </>
      )}
    </>
  );
}
