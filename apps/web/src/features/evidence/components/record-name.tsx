import type { PlacedRecord } from '@entente/contract/evidence';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';

export type Named = Pick<PlacedRecord, 'kind' | 'slug' | 'name'>;

/** A record's name, as a link where the record has a page of its own. */
export function RecordLink({ record, children }: { readonly record: Named; readonly children?: ReactNode }) {
  const workspace = useWorkspace();
  const { kind, slug, name } = record;
  const shown = children ?? name ?? slug ?? <Trans>a record that is gone</Trans>;
  if (slug === null) return shown;
  switch (kind) {
    case 'alliance':
      return (
        <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }}>
          {shown}
        </Link>
      );
    case 'organisation':
      return (
        <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug }}>
          {shown}
        </Link>
      );
    case 'source':
      return (
        <Link to="/w/$workspace/sources/$key" params={{ workspace, key: slug }}>
          {shown}
        </Link>
      );
    default:
      return shown;
  }
}

const OWN_PAGE: readonly PlacedRecord['kind'][] = ['alliance', 'organisation', 'source'];

type NameProps = {
  readonly record: PlacedRecord;
  /** A command that says the kind already, e.g. `change-stake`. */
  readonly kindToldBy?: string;
};

/** The kind of a record and its name, as a link to the page on which it stands. */
export function RecordName({ record, kindToldBy = '' }: NameProps) {
  const words = useWords();
  const { kind, name, slug, home } = record;
  const target = OWN_PAGE.includes(kind) ? record : (home ?? record);
  const isTold = kindToldBy.replace(/^[a-z]+-/, '') === kind;
  return (
    <>
      {!isTold && `${words.term('subjects', kind)} `}
      <RecordLink record={target}>{name ?? slug ?? undefined}</RecordLink>
    </>
  );
}
