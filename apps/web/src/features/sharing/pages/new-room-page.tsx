import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { allianceQuery } from '../api/register-choices.ts';
import { PublicationForm } from '../components/publication-form.tsx';
import { RecordChoice } from '../components/record-choice.tsx';
import classes from '../components/sharing.module.css';

/** Publishes of an alliance: the address names it. */
export function NewRoomPage() {
  const { t } = useLingui();
  const { alliance = null } = useSearch({ from: '/w/$workspace/partner-rooms/new' });
  const { publish } = useAbilities();
  usePageTitle(t`Share with partners`);
  return (
    <>
      <h1>
        <Trans>Share with partners</Trans>
      </h1>
      <p className={classes.lead}>
        <Trans>
          What you publish is a copy of the records as they are now. Partners see the copy, and nothing that is entered
          later, until you publish again.
        </Trans>
      </p>
      {!publish && (
        <EmptyState title={<Trans>Your role does not publish.</Trans>}>
          <Trans>Owners, administrators and managers publish to partners.</Trans>
        </EmptyState>
      )}
      {publish &&
        (alliance === null ? <AllianceChoice chosen={null} /> : <Chosen key={alliance} reference={alliance} />)}
    </>
  );
}

function Chosen({ reference }: { readonly reference: string }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(allianceQuery(workspace, reference));
  if (error && !data) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={12} />;
  return (
    <>
      <AllianceChoice chosen={{ id: data.id, name: data.name ?? data.slug }} />
      <PublicationForm
        alliance={data}
        onPublished={({ id }) =>
          void navigate({ to: '/w/$workspace/partner-rooms/$publication', params: { workspace, publication: id } })
        }
      />
    </>
  );
}

function AllianceChoice({ chosen }: { readonly chosen: { readonly id: string; readonly name: string } | null }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <div className={classes.choice}>
      <RecordChoice
        label={t`Alliance`}
        collection="alliances"
        value={chosen}
        onChange={(alliance) =>
          alliance !== null &&
          void navigate({ to: '.', search: (before) => ({ ...before, alliance: alliance.id }), replace: true })
        }
      />
    </div>
  );
}
