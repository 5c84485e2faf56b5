import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';

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
