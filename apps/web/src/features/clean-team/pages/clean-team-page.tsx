import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { releasesQuery, teamQuery } from '../api/release-requests.ts';
import classes from '../components/clean-team.module.css';
import { ProposeForm } from '../components/propose-form.tsx';
import { ReleasesTable } from '../components/releases-table.tsx';
import { Team } from '../components/team.tsx';

/** The clean team: who is in it, what waits for a second person of it, and the aggregates that left it. */
export function CleanTeamPage() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const team = useQuery(teamQuery(workspace));
  const releases = useQuery(releasesQuery(workspace));
  const [proposing, { open, close }] = useDisclosure(false);
  usePageTitle(t`Clean team`);
  const error = team.error ?? releases.error;
  const isRead = team.data !== undefined && releases.data !== undefined;
  const mayPropose = team.data?.abilities.propose === true;
  return (
    <>
      <Group justify="space-between">
        <h1>
          <Trans>Clean team</Trans>
        </h1>
        {mayPropose && (
          <Button size="xs" onClick={open}>
            <Trans>Propose an aggregate…</Trans>
          </Button>
        )}
      </Group>
      <p className={classes.lead}>
        <Trans>
          Before rivals ally, a few named people may see what the two firms must not know of each other. Only aggregates
          leave this team: one person of it proposes, another looks at what entered it and releases it.
        </Trans>
      </p>
      {error && !isRead && (
        <FailureState inline error={error} onRetry={() => void Promise.all([team.refetch(), releases.refetch()])} />
      )}
      {!error && !isRead && <LoadingState />}
      {isRead && (
        <>
          <Team told={team.data} />
          <Lists items={releases.data.items} inTeam={mayPropose} />
          <Dialog opened={proposing} title={t`Propose an aggregate`} onClose={close} size="lg">
            <ProposeForm onDone={close} />
          </Dialog>
        </>
      )}
    </>
  );
}

type ListsProps = {
  readonly items: Parameters<typeof ReleasesTable>[0]['releases'];
  readonly inTeam: boolean;
};

function Lists({ items, inTeam }: ListsProps) {
  const { t } = useLingui();
  const waiting = items.filter(({ state }) => state === 'proposed');
  const released = items.filter(({ state }) => state === 'released');
  const past = items.filter(({ state }) => state === 'refused' || state === 'withdrawn');
  return (
    <>
      {inTeam && (
        <Section id="waiting" title={<Trans>Waiting for a second person</Trans>} count={waiting.length}>
          <ReleasesTable
            stage="waiting"
            caption={t`Waiting for a second person`}
            releases={waiting}
            empty={<Trans>Nothing waits.</Trans>}
          />
        </Section>
      )}
      <Section id="released" title={<Trans>Released aggregates</Trans>} count={released.length}>
        <ReleasesTable
          stage="released"
          caption={t`Released aggregates`}
          releases={released}
          empty={<Trans>Nothing has left the clean team yet.</Trans>}
        />
      </Section>
      {past.length > 0 && (
        <Section id="past" title={<Trans>Refused and withdrawn</Trans>} count={past.length}>
          <ReleasesTable stage="past" caption={t`Refused and withdrawn`} releases={past} empty={null} />
        </Section>
      )}
    </>
  );
}
