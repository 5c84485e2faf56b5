import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { SourceRef } from '@entente/core/kernel';
import type { Named, Party } from '@entente/core/portfolio';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useSegmentation } from './segmentation-context.ts';

export function AllianceName({ slug, name }: Named) {
  const { workspace } = useSegmentation();
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {name}
    </Link>
  );
}

export function OrganisationName({ slug, name }: Named) {
  const { workspace } = useSegmentation();
  return (
    <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug }} search={keptSearch}>
      {name}
    </Link>
  );
}

/** A partner house, or an organisation that is in none. */
export function PartyName({ party: { kind, slug, name } }: { readonly party: Party }) {
  const { workspace } = useSegmentation();
  if (kind === 'organisation') return <OrganisationName slug={slug} name={name} />;
  return (
    <Link
      to="/w/$workspace/$collection/$record"
      params={{ workspace, collection: 'houses', record: slug }}
      search={keptSearch}
    >
      {name}
    </Link>
  );
}

type InRowProps<T> = {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
};

/** Items in a row with the list's own separator between. */
export function InRow<T>({ items, keyOf, children }: InRowProps<T>) {
  const { i18n } = useLingui();
  const separator = i18n.locale === 'en' ? ', ' : '、';
  return items.map((item, index) => (
    <Fragment key={keyOf(item)}>
      {index > 0 && separator}
      {children(item)}
    </Fragment>
  ));
}

function Place({ source, place }: SourceRef) {
  const { workspace } = useSegmentation();
  return (
    <>
      <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source }} search={keptSearch}>
        {source}
      </Link>{' '}
      {place}
    </>
  );
}

/** Places in sources, in a row. */
export function Places({ evidence }: { readonly evidence: readonly SourceRef[] }) {
  if (evidence.length === 0) return <Trans>no source</Trans>;
  return evidence.map((reference, index) => (
    <Fragment key={`${reference.source} ${reference.place}`}>
      {index > 0 && '; '}
      <Place {...reference} />
    </Fragment>
  ));
}

/** The card that gives question, inputs, rule, source, example and limits. */
export function CardLink({ part }: { readonly part: 'segmentation' | 'redundancy' | 'diverts' }) {
  const { t } = useLingui();
  const names = {
    segmentation: t`Method card: segmentation`,
    redundancy: t`Method card: redundancy`,
    diverts: t`Method card: partner diverts`,
  };
  return (
    <a href={`/docs/methods/portfolio#${part}`} target="_blank" rel="noreferrer">
      {names[part]}
    </a>
  );
}

/** The page where the terms of domains are arranged. */
export function TermsLink() {
  const { workspace } = useSegmentation();
  return (
    <Link to="/w/$workspace/settings/domain-terms" params={{ workspace }} search={keptSearch}>
      <Trans>Domain terms of the workspace</Trans>
    </Link>
  );
}
