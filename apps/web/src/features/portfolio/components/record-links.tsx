import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { SourceRef } from '@entente/core/kernel';
import { keptSearch } from '../../../lib/kept-search.ts';
import { usePortfolioView } from './portfolio-context.ts';

export function AllianceLink({ slug }: { readonly slug: string }) {
  const { workspace, answer } = usePortfolioView();
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {answer.names.alliances[slug] ?? slug}
    </Link>
  );
}

export function PartnerLink({ slug, name }: { readonly slug: string; readonly name?: string }) {
  const { workspace, answer } = usePortfolioView();
  return (
    <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug }} search={keptSearch}>
      {name ?? answer.names.organisations[slug] ?? slug}
    </Link>
  );
}

/** One place in a source: its key as link, its title on hover. */
export function SourcePlace({ source, place }: SourceRef) {
  const { workspace, answer } = usePortfolioView();
  const title = answer.sources.find(({ key }) => key === source)?.title;
  return (
    <>
      <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source }} search={keptSearch} title={title}>
        {source}
      </Link>{' '}
      {place}
    </>
  );
}

/** Places in sources, in a row. */
export function SourcePlaces({ evidence }: { readonly evidence: readonly SourceRef[] }) {
  if (evidence.length === 0) return <Trans>no source</Trans>;
  return evidence.map((reference, index) => (
    <Fragment key={`${reference.source} ${reference.place}`}>
      {index > 0 && '; '}
      <SourcePlace {...reference} />
    </Fragment>
  ));
}

/** The same places, one entry each, for the inspector's list of sources. */
export const sourceItems = (evidence: readonly SourceRef[]): ReactNode[] =>
  evidence.map((reference) => <SourcePlace key={`${reference.source} ${reference.place}`} {...reference} />);

/** The page that gives question, inputs, formula, source, example and limits of what is computed here. */
export function MethodCardLink({ part }: { readonly part: 'configuration' | 'milestones' }) {
  const { t } = useLingui();
  return (
    <a href={`/docs/methods/portfolio#${part}`} target="_blank" rel="noreferrer">
      {part === 'configuration' ? t`Method card: configuration` : t`Method card: milestones`}
    </a>
  );
}
