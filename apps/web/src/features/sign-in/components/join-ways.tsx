import type { SessionAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Tabs } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { sendVerification } from '../api/account-requests.ts';
import { acceptAsGuest, acceptInvitation, type Invitation, signOut, signUp } from '../api/session-requests.ts';
import { invitedProvidersQuery } from '../api/sign-on-requests.ts';
import { EmailField, EntryForm, NameField, PasswordField } from './entry-form.tsx';
import { Refusal } from './refusal.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { ProviderButtons } from './sign-on-ways.tsx';
import classes from './sign-in.module.css';
import { useEntered } from './use-entered.ts';

type Props = {
  readonly token: string;
  readonly as: Invitation['as'];
  readonly email: string;
  readonly session: SessionAnswer;
};

/** Joins with a new account, or with the account that is there. */
export function JoinWays({ token, as, email, session }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const enter = useEntered();
  const join = useMutation({
    mutationFn: async () => {
      if (as === 'member') return (await acceptInvitation(token)).workspace.slug;
      await acceptAsGuest(token);
      return null;
    },
    onSuccess: async (workspace) => {
      // Whoever comes in may do more than a moment ago.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'invitation' });
      await (workspace === null
        ? navigate({ to: '/rooms' })
        : navigate({ to: '/w/$workspace', params: { workspace } }));
    },
  });
  const signedIn = (next: SessionAnswer): void => {
    enter(next);
    join.mutate();
  };
  if (session.state === 'demo') {
    return (
      <p>
        <Trans>
          Demo: no account needed, so nobody joins here. <Link to="/">Go to the register</Link>
        </Trans>
      </p>
    );
  }
  if (session.state === 'signed-in') {
    return <Present as={as} session={session} join={join} onSignedOut={enter} />;
  }
  return <Absent token={token} as={as} email={email} session={session} onSignedIn={signedIn} />;
}

type PresentProps = Pick<Props, 'as'> & {
  readonly session: SessionAnswer;
  readonly join: { readonly isPending: boolean; readonly error: unknown; readonly mutate: () => void };
  readonly onSignedOut: (session: SessionAnswer) => void;
};

function Present({ as, session, join, onSignedOut }: PresentProps) {
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => onSignedOut({ ...session, state: 'nobody', account: null }),
  });
  const email = session.account?.email ?? '';
  return (
    <>
      <p>
        <Trans>You are signed in as {email}.</Trans>
      </p>
      {session.account?.emailVerified === false && <Unconfirmed session={session} />}
      <Refusal error={join.error} />
      <Group mt="sm">
        <Button loading={join.isPending} onClick={() => join.mutate()}>
          {as === 'member' ? <Trans>Join the workspace</Trans> : <Trans>Come in as a guest</Trans>}
        </Button>
        <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
          <Trans>Use another account</Trans>
        </Button>
      </Group>
    </>
  );
}

/** Whoever was given the link by hand shows first that the address is theirs. */
function Unconfirmed({ session }: { readonly session: SessionAnswer }) {
  const send = useMutation({ mutationFn: sendVerification });
  if (send.isSuccess) {
    return (
      <p role="status">
        <Trans>A link is on its way to you. Open it, then open the invitation again.</Trans>
      </p>
    );
  }
  return (
    <>
      <p>
        <Trans>Your e-mail is not confirmed yet; only its owner can take up the invitation.</Trans>
      </p>
      <Refusal error={send.error} />
      {session.sendsMail ? (
        <Button size="xs" variant="default" loading={send.isPending} onClick={() => send.mutate()}>
          <Trans>Send me a link to confirm it</Trans>
        </Button>
      ) : (
        <p>
          <Trans>This server sends no e-mail; ask whoever runs it.</Trans>
        </p>
      )}
    </>
  );
}

type AbsentProps = Props & { readonly onSignedIn: (session: SessionAnswer) => void };

function Absent({ token, as, email, session, onSignedIn }: AbsentProps) {
  const { t } = useLingui();
  const make = useMutation({ mutationFn: signUp, onSuccess: onSignedIn });
  const { data: providers = [] } = useQuery({ ...invitedProvidersQuery(token), enabled: as === 'member' });
  const ways = (
    <Tabs defaultValue={session.state === 'second-factor' ? 'known' : 'new'} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="new">
          <Trans>I have no account here</Trans>
        </Tabs.Tab>
        <Tabs.Tab value="known">
          <Trans>I have an account</Trans>
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="new">
        <EntryForm
          submit={as === 'member' ? t`Make the account and join` : t`Make the account and come in`}
          pending={make.isPending}
          error={make.error}
          onSubmit={(typed) => make.mutate({ token, name: typed('name').trim(), password: typed('password') })}
        >
          <EmailField email={email} />
          <NameField />
          <PasswordField as="new" />
        </EntryForm>
      </Tabs.Panel>
      <Tabs.Panel value="known">
        <SignInForm session={session} email={email} onSignedIn={onSignedIn} />
      </Tabs.Panel>
    </Tabs>
  );
  if (providers.length === 0) return ways;
  return (
    <>
      <p>
        <Trans>Members of this workspace sign in by their firm:</Trans>
      </p>
      <ProviderButtons providers={providers} invitation={token} />
      <p className={classes.or}>
        <Trans>or with an account of this server</Trans>
      </p>
      {ways}
    </>
  );
}
