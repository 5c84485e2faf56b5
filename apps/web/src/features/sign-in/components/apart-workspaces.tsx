import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../../lib/session.ts';
import { ownWorkspacesQuery } from '../api/account-requests.ts';
import { NarrowButton } from './narrow-button.tsx';
import classes from './sign-in.module.css';

/** What this session does not reach and the account does: workspaces that ask for a session of their own. */
export function ApartWorkspaces({ only }: { readonly only?: string }) {
  const session = useQuery(sessionQuery);
  const isWide = session.data?.state === 'signed-in' && session.data.onlyWorkspace === null;
  const { data } = useQuery({ ...ownWorkspacesQuery, enabled: isWide });
  const apart = data?.items.filter((each) => each.apart && (only === undefined || each.slug === only)) ?? [];
  if (!isWide || apart.length === 0) return null;
  return (
    <div className={classes.apart} role="status">
      {apart.map((workspace) => (
        <p key={workspace.id}>
          <Trans>
            <strong>{workspace.name}</strong> is worked in by a session of its own alone, so that nothing of it stands
            beside your other work.
          </Trans>{' '}
          <NarrowButton workspace={workspace} />
        </p>
      ))}
    </div>
  );
}
