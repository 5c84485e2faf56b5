import type { SourceRef } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { sourcesQuery } from '../../api/review-requests.ts';
import { keptSearch } from '../record-links.tsx';

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
