import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useWorkspace } from '../../../lib/workspace.ts';

type OfAlliance = { readonly slug: string; readonly children: ReactNode };

/** The management of an alliance. */
export function ManagementLink({ slug, children }: OfAlliance) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug/management" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** The stages and gates of an alliance. */
export function LifecycleLink({ slug, children }: OfAlliance) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug/lifecycle" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

export function CalendarLink({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/calendar" params={{ workspace }} search={keptSearch}>
      {children}
    </Link>
  );
}

export function WorkloadLink({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/workload" params={{ workspace }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** Where the methods stand. */
export function ManagementMethodLink() {
  return (
    <a href="/docs/methods/lifecycle#management" target="_blank" rel="noreferrer">
      <Trans>Method card: management</Trans>
    </a>
  );
}
