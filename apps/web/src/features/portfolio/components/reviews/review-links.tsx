import type { SourceRef } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';

/** An alliance's own page. */
export function RecordedAllianceLink({ slug, children }: { readonly slug: string; readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

/** The reviews of an alliance. */
export function ReviewsLink({ slug, children }: { readonly slug: string; readonly children: ReactNode }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug/reviews" params={{ workspace, slug }} search={keptSearch}>
      {children}
    </Link>
  );
}

type ReviewLinkProps = { readonly alliance: string; readonly review: string; readonly children: ReactNode };

export function ReviewLink({ alliance, review, children }: ReviewLinkProps) {
  const workspace = useWorkspace();
  return (
    <Link
      to="/w/$workspace/alliances/$slug/reviews/$review"
      params={{ workspace, slug: alliance, review }}
      search={keptSearch}
    >
      {children}
    </Link>
  );
}

/** Places in sources, one entry each, for the inspector. */
export function placeItems(workspace: string, evidence: readonly SourceRef[]): ReactNode[] {
  return evidence.map(({ source, place }) => (
    <span key={`${source} ${place}`}>
      <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source }} search={keptSearch}>
        {source}
      </Link>{' '}
      {place}
    </span>
  ));
}

/** Where the method stands. */
export function ReviewMethodLink() {
  return (
    <a href="/docs/methods/portfolio#business-review" target="_blank" rel="noreferrer">
      <Trans>Method card: business review</Trans>
    </a>
  );
}
