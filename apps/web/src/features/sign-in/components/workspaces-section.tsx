import type { OwnWorkspaceAnswer, SessionAnswer } from '@entente/contract/sign-in';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { ROLE_WORDS } from '../../../lib/role-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { ownWorkspacesQuery } from '../api/account-requests.ts';
import { NarrowButton } from './narrow-button.tsx';
import classes from './sign-in.module.css';

/** The workspaces one belongs to, and how each is worked in: in any session, or in one of its own. */
export function WorkspacesSection({ session }: { readonly session: SessionAnswer }) {
  const { data, error, refetch } = useQuery(ownWorkspacesQuery);
  const isLimited = session.onlyWorkspace !== null;
  return (
    <Section id="workspaces" title={<Trans>Your workspaces</Trans>} {...(data ? { count: data.items.length } : {})}>
      <p className={classes.lead}>
        {isLimited ? (
          <Trans>
            You are signed in to one workspace alone; others are not there for this session. To work in another, sign
            out and sign in again, or use another browser.
          </Trans>
        ) : (
          <Trans>
            A session for one workspace alone reaches no other: work in one when you are at another firm, or on a
            machine that is not yours.
          </Trans>
        )}
      </p>
      {error && !data && <FailureState inline error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={2} />}
      {data && <WorkspaceTable workspaces={data.items} isLimited={isLimited} />}
    </Section>
  );
}

type TableProps = { readonly workspaces: readonly OwnWorkspaceAnswer[]; readonly isLimited: boolean };

function WorkspaceTable({ workspaces, isLimited }: TableProps) {
  const { t, i18n } = useLingui();
  const columns: Column<OwnWorkspaceAnswer>[] = [
    {
      id: 'name',
      header: t`Workspace`,
      value: ({ name }) => name,
      cell: ({ slug, name, apart }) =>
        apart && !isLimited ? (
          name
        ) : (
          <Link to="/w/$workspace" params={{ workspace: slug }}>
            {name}
          </Link>
        ),
    },
    { id: 'role', header: t`Role`, value: ({ role }) => i18n._(ROLE_WORDS[role]) },
    {
      id: 'session',
      header: t`Worked in`,
      value: ({ apart }) => (apart ? t`in a session of its own alone` : t`in any session`),
    },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: (workspace) => !isLimited && <NarrowButton workspace={workspace} />,
    },
  ];
  return (
    <DataTable
      caption={t`Your workspaces`}
      columns={columns}
      rows={workspaces}
      rowKey={({ id }) => id}
      empty={<Trans>You belong to no workspace yet.</Trans>}
    />
  );
}
