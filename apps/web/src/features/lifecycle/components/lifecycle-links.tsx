import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { sourcesQuery } from '../api/lifecycle-requests.ts';

type Kept = { readonly asOf?: string; readonly focal?: string };

/** The as-of date and the firm go along to another page; what was inspected here does not. */
const keptSearch = ({ asOf, focal }: Kept): Kept => ({
  ...(asOf !== undefined && { asOf }),
  ...(focal !== undefined && { focal }),
});

type OfAlliance = { readonly slug: string; readonly children: ReactNode };

/** The development of an alliance. */
export function LifecycleLink({ slug, children }: OfAlliance) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug/lifecycle" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** An alliance's own page. */
export function RecordedAllianceLink({ slug, children }: OfAlliance) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** Every alliance by the stage it is in. */
export function BoardLink({ children }: { readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/lifecycles" params={{ workspace }} search={keptSearch}>
      {children}
    </Link>
  );
}

type PlaceProps = { readonly source: string | null; readonly place: string | null };

/** A place in a document: a source on record is led to, another is named. */
export function SourcePlace({ source, place }: PlaceProps) {
  const workspace = useWorkspace();
  const { data: known = [] } = useQuery(sourcesQuery(workspace));
  const isKnown = source !== null && known.some(({ key }) => key === source);
  return (
    <span>
      {isKnown ? (
        <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source }} search={keptSearch}>
          {source}
        </Link>
      ) : (
        source
      )}
      {source !== null && place !== null && ' '}
      {place}
    </span>
  );
}

/** Where the method stands. */
export function LifecycleMethodLink() {
  return (
    <a href="/docs/methods/lifecycle#stages-and-gates" target="_blank" rel="noreferrer">
      <Trans>Method card: stages and gates</Trans>
    </a>
  );
}

/** The way from an alliance to its lifecycle. */
export function LifecycleOfAlliance({ slug }: { readonly slug: string }) {
  return (
    <p>
      <LifecycleLink slug={slug}>
        <Trans>Lifecycle: stages and gates</Trans>
      </LifecycleLink>
    </p>
  );
}
