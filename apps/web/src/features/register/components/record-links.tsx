import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { COLLECTION_OF } from '../api/record-kinds.ts';

/** A record that another mentions, as the API writes it. */
type Mentioned = { readonly slug: string | null; readonly name: string | null };

/** An organisation by its name, as a link to its page. */
export function OrganisationLink({ organisation }: { readonly organisation: Mentioned | null }) {
  const workspace = useWorkspace();
  if (!organisation) return <Trans>unknown</Trans>;
  if (organisation.slug === null) return organisation.name;
  return (
    <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug: organisation.slug }}>
      {organisation.name ?? organisation.slug}
    </Link>
  );
}

/** An alliance by its name, as a link to its page. */
export function AllianceLink({ alliance }: { readonly alliance: Mentioned | null }) {
  const workspace = useWorkspace();
  if (!alliance) return null;
  if (alliance.slug === null) return alliance.name;
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug: alliance.slug }}>
      {alliance.name ?? alliance.slug}
    </Link>
  );
}

type RecordLinkProps = {
  readonly kind: SubjectKind;
  readonly record: Mentioned & { readonly id: string };
  /** What it is called, where its name does not say. */
  readonly called?: string;
};

/** A record of any kind, as a link to its page. */
export function RecordLink({ kind, record, called }: RecordLinkProps) {
  const workspace = useWorkspace();
  const { id, slug, name } = record;
  const shown = called ?? name ?? slug ?? '';
  if (kind === 'organisation') return <OrganisationLink organisation={{ slug: slug ?? id, name: shown }} />;
  if (kind === 'alliance') return <AllianceLink alliance={{ slug: slug ?? id, name: shown }} />;
  if (kind === 'source') {
    return (
      <Link to="/w/$workspace/sources/$key" params={{ workspace, key: slug ?? id }}>
        {shown}
      </Link>
    );
  }
  return (
    <Link
      to="/w/$workspace/$collection/$record"
      params={{ workspace, collection: COLLECTION_OF[kind], record: slug ?? id }}
    >
      {shown}
    </Link>
  );
}
