import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../../lib/kept-search.ts';
import { useWorkspace } from '../../lib/workspace.ts';
import classes from './paper.module.css';

type Props = { readonly slug: string; readonly name: string; readonly title: ReactNode; readonly lead: ReactNode };

/** The head of a room of an alliance: what it is, of which alliance, and the way to its lifecycle. */
export function RoomHead({ slug, name, title, lead }: Props) {
  const workspace = useWorkspace();
  const params = { workspace, slug };
  return (
    <>
      <h1>
        {title}{' '}
        <Link to="/w/$workspace/alliances/$slug" params={params} search={keptSearch}>
          {name}
        </Link>
      </h1>
      <p className={classes.quiet}>
        {lead}{' '}
        <Link to="/w/$workspace/alliances/$slug/lifecycle" params={params} search={keptSearch}>
          <Trans>Lifecycle: stages and gates</Trans>
        </Link>
      </p>
    </>
  );
}
