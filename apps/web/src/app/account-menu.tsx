import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { sessionQuery } from '../lib/session.ts';
import { guestQuery } from '../features/rooms/api/room-requests.ts';
import { signOut } from '../features/sign-in/api/session-requests.ts';
import { forgetPages } from './palette/recent.ts';
import classes from './preferences.module.css';

/** Who is here, and the way out; in the demo, that nobody needs to say who they are. */
export function AccountMenu() {
  const { t } = useLingui();
  const { data } = useQuery(sessionQuery);
  const { data: isGuest = false } = useQuery({ ...guestQuery, enabled: data?.state === 'signed-in' });
  const leave = useSignOut();
  if (data === undefined || data.state === 'nobody' || data.state === 'second-factor') return null;
  return (
    <Menu position="bottom-end" shadow="sm" withinPortal={false}>
      <Menu.Target>
        <ActionIcon
          className={classes.target}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t`Account`}
          title={data.account?.name ?? t`Account`}
        >
          <Person />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {data.account === null ? (
          <>
            <Menu.Label>
              <Trans>Demo: no account needed</Trans>
            </Menu.Label>
            <Menu.Item renderRoot={(props) => <Link {...props} to="/mailbox" />}>
              <Trans>Mailbox of the demo</Trans>
            </Menu.Item>
          </>
        ) : (
          <>
            <Menu.Label>
              {data.account.name}
              {data.onlyWorkspace !== null && (
                <>
                  {' '}
                  · <Trans>this workspace alone</Trans>
                </>
              )}
            </Menu.Label>
            {isGuest && (
              <Menu.Item renderRoot={(props) => <Link {...props} to="/rooms" />}>
                <Trans>Rooms open to you</Trans>
              </Menu.Item>
            )}
            <Menu.Item renderRoot={(props) => <Link {...props} to="/account" />}>
              <Trans>Account</Trans>
            </Menu.Item>
            <Menu.Item onClick={() => leave.mutate()}>
              <Trans>Sign out</Trans>
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Signs out, and forgets everything that was read. */
function useSignOut() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      forgetPages();
      client.setQueryData(
        sessionQuery.queryKey,
        (known) => known && { ...known, state: 'nobody' as const, account: null },
      );
      await router.navigate({ to: '/sign-in', search: {} });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    },
  });
}

function Person() {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
    >
      <circle cx="9" cy="6" r="3" />
      <path d="M3 15.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5" />
    </svg>
  );
}
