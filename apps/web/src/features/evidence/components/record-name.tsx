import type { PlacedRecord } from '@entente/contract/evidence';
import { KIND_OF } from '@entente/contract/register';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSourceName } from '../../../lib/source-name.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';

export type Named = Pick<PlacedRecord, 'kind' | 'id' | 'slug' | 'name'> & { readonly removed?: boolean };

const collectionOf = (kind: PlacedRecord['kind']): string =>
  Object.entries(KIND_OF).find(([, of]) => of === kind)?.[0] ?? kind;

/** A record's name, as a link to its page while there is one. */
export function RecordLink({ record, children }: { readonly record: Named; readonly children?: ReactNode }) {
  const workspace = useWorkspace();
  const { kind, id, slug, name, removed = false } = record;
  const { nameOf } = useSourceName();
  const called = kind === 'source' ? nameOf({ slug, name }) : (name ?? slug);
  const shown = children ?? called ?? <Trans>a record that is gone</Trans>;
  if (removed) return shown;
  const found = slug ?? id;
  switch (kind) {
    case 'alliance':
      return (
        <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug: found }}>
          {shown}
        </Link>
      );
    case 'organisation':
      return (
        <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug: found }}>
          {shown}
        </Link>
      );
    case 'source':
      return (
        <Link to="/w/$workspace/sources/$key" params={{ workspace, key: found }}>
          {shown}
        </Link>
      );
    default:
      return (
        <Link
          to="/w/$workspace/$collection/$record"
          params={{ workspace, collection: collectionOf(kind), record: found }}
        >
          {shown}
        </Link>
      );
  }
}

type NameProps = {
  readonly record: PlacedRecord;
  /** A command that says the kind already, e.g. `change-stake`. */
  readonly kindToldBy?: string;
};

/** The kind of a record and its name, as a link to its page. */
export function RecordName({ record, kindToldBy = '' }: NameProps) {
  const words = useWords();
  const { kind } = record;
  const isTold = kindToldBy.replace(/^[a-z]+-/, '') === kind;
  return (
    <>
      {!isTold && `${words.term('subjects', kind)} `}
      <RecordLink record={record} />
    </>
  );
}
