import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { SourceRef } from '@entente/core/kernel';
import type { MeasuredFirm } from '@entente/contract/portfolio';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';

type Names = Readonly<Record<string, string>>;
type Props = { readonly slugs: readonly string[]; readonly names: Names };

function Listed({ items, between }: { readonly items: readonly ReactNode[]; readonly between: string }) {
  return items.map((item, nth) => (
    <Fragment key={nth}>
      {nth > 0 && between}
      {item}
    </Fragment>
  ));
}

export function AlliancesOf({ slugs, names }: Props) {
  const workspace = useWorkspace();
  const { separator } = useWords();
  const items = slugs.map((slug) => (
    <Link key={slug} to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {names[slug] ?? slug}
    </Link>
  ));
  return <Listed items={items} between={separator} />;
}

export function PartnersOf({ slugs, names }: Props) {
  const workspace = useWorkspace();
  const { separator } = useWords();
  const items = slugs.map((slug) => (
    <Link key={slug} to="/w/$workspace/partners/$slug" params={{ workspace, slug }} search={keptSearch}>
      {names[slug] ?? slug}
    </Link>
  ));
  return <Listed items={items} between={separator} />;
}

/** The record of a firm or a house. */
export function FirmLink({ firm: { kind, slug, name } }: { readonly firm: MeasuredFirm }) {
  const workspace = useWorkspace();
  return kind === 'house' ? (
    <Link
      to="/w/$workspace/$collection/$record"
      params={{ workspace, collection: 'houses', record: slug }}
      search={keptSearch}
    >
      {name}
    </Link>
  ) : (
    <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug }} search={keptSearch}>
      {name}
    </Link>
  );
}

/** Places in sources, in a row. */
export function PlacesOf({ evidence }: { readonly evidence: readonly SourceRef[] }) {
  const workspace = useWorkspace();
  if (evidence.length === 0) return <Trans>no source</Trans>;
  const items = evidence.map(({ source, place }) => (
    <Fragment key={`${source} ${place}`}>
      <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source }} search={keptSearch}>
        {source}
      </Link>{' '}
      {place}
    </Fragment>
  ));
  return <Listed items={items} between="; " />;
}
