import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../lib/session.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { ApartWorkspaces } from '../features/sign-in/components/apart-workspaces.tsx';
import { WorkspaceForm } from './new-workspace.tsx';
import classes from './plain-frame.module.css';

/** Shown to whoever belongs to no workspace: makes the first, or says how else one is come by. */
export function NoWorkspace() {
  const { t } = useLingui();
  const { data } = useQuery(sessionQuery);
  usePageTitle(t`There is no workspace yet.`);
  return (
    <div className={classes.narrow}>
      <h1>
        <Trans>There is no workspace yet.</Trans>
      </h1>
      <p>
        {data?.state === 'demo' ? (
          <Trans>
            Load the case library with <code>npx entente cases load --workspace demo --reset</code>, then load this page
            again.
          </Trans>
        ) : (
          <Trans>Make one here. To join that of somebody else, open the link of their invitation.</Trans>
        )}
      </p>
      <ApartWorkspaces />
      {data?.onlyWorkspace === null && <WorkspaceForm />}
    </div>
  );
}
