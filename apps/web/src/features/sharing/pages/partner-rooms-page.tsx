import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { publicationsQuery } from '../api/publication-requests.ts';
import { allianceQuery } from '../api/register-choices.ts';
import { NewRoomButton } from '../components/new-room-button.tsx';
import { PublicationsTable } from '../components/publications-table.tsx';
import classes from '../components/sharing.module.css';
import { SharingHead } from '../components/sharing-head.tsx';

/** What is published to partners, of one alliance where the address names it. */
export function PartnerRoomsPage() {
  const { t } = useLingui();
  const { alliance = null } = useSearch({ from: '/w/$workspace/partner-rooms' });
  const { publish } = useAbilities();
  const { data: all } = useQuery(publicationsQuery(useWorkspace(), null));
  // Where nothing is published yet, the page itself says how to begin.
  const isBegun = alliance !== null || (all !== undefined && all.items.length > 0);
  usePageTitle(t`Partner rooms`);
  return (
    <>
      <SharingHead
        title={<Trans>Partner rooms</Trans>}
        action={publish && isBegun && <NewRoomButton alliance={alliance} />}
      />
      <p className={classes.lead}>
        <Trans>
          A partner room shows a partner what you chose of an alliance, until a day, and nothing else. It is a copy:
          later entries stay with you until you publish again.
        </Trans>
      </p>
      {alliance === null ? <Rooms alliance={null} /> : <RoomsOfAlliance reference={alliance} />}
    </>
  );
}

function RoomsOfAlliance({ reference }: { readonly reference: string }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(allianceQuery(workspace, reference));
  if (error && !data) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const name = data.name ?? data.slug;
  return (
    <>
      <p>
        <Trans>
          Of the alliance <strong>{name}</strong> alone.
        </Trans>{' '}
        <Link to="/w/$workspace/partner-rooms" params={{ workspace }}>
          <Trans>Show all rooms</Trans>
        </Link>
      </p>
      <Rooms alliance={data.id} />
    </>
  );
}

function Rooms({ alliance }: { readonly alliance: string | null }) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(publicationsQuery(workspace, alliance));
  if (error && !data) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return data.items.length === 0 ? (
    <NoRooms isWhole={alliance === null} />
  ) : (
    <PublicationsTable publications={data.items} />
  );
}

function NoRooms({ isWhole }: { readonly isWhole: boolean }) {
  const workspace = useWorkspace();
  const { publish } = useAbilities();
  if (!publish)
    return (
      <EmptyState title={<Trans>Nothing is published yet.</Trans>}>
        <Trans>Owners, administrators and managers publish to partners.</Trans>
      </EmptyState>
    );
  return (
    <EmptyState title={<Trans>Nothing is published yet.</Trans>} action={isWhole && <NewRoomButton alliance={null} />}>
      <Trans>
        Choose an alliance, what of it is shown, to whom and until when; you see what they get before they do. Partners
        come in as guests: invite them first, or afterwards.
      </Trans>{' '}
      <Link to="/w/$workspace/partner-rooms/guests" params={{ workspace }}>
        <Trans>Invite guests</Trans>
      </Link>
    </EmptyState>
  );
}
