import { LEAST_UNNAMED } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useToldMutation } from '../../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { useAbilities } from '../../../../lib/workspaces.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { DayField } from '../../../../dossier/paper-fields.tsx';
import { Section } from '../../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../../ui/states.tsx';
import { askForHealth, type AskablePartner, healthRoundsQuery } from '../../api/health-requests.ts';
import classes from '../evaluation.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { AskedCriteria, askedOf, type AskedWords } from './asked-criteria.tsx';
import { useFitChoice } from './fit-choice.ts';
import { HealthTrend } from './health-trend.tsx';
import { RoundItem } from './round-item.tsx';

const DAYS_OPEN = 14;
const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DAY_LENGTH = 10;

/** What people of both sides say of the alliance, round after round; for those who may read what is shared. */
export function HealthSection() {
  const { readSharing } = useAbilities();
  return readSharing ? <HealthChecks /> : null;
}

function HealthChecks() {
  const workspace = useWorkspace();
  const { slug } = useDossier();
  const { publish } = useAbilities();
  const { data, error, refetch } = useQuery(healthRoundsQuery(workspace, slug));
  const canAsk = publish && data !== undefined && data.partners.length > 0;
  return (
    <Section
      id="health"
      title={<Trans>Health checks</Trans>}
      count={data?.rounds.length ?? 0}
      action={canAsk && <AskButton partners={data.partners} />}
    >
      {error ? (
        <FailureState inline error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={3} />
      ) : (
        <>
          {data.rounds.length === 0 && (
            <p className={shared.quiet}>
              <Trans>Nobody was asked yet. People of both sides judge nine dimensions from 1 to 5.</Trans>
            </p>
          )}
          {data.partners.length === 0 && publish && (
            <p className={shared.quiet}>
              <Trans>A partner answers in its room: show it something of the alliance first.</Trans>{' '}
              <Link to="/w/$workspace/partner-rooms/new" params={{ workspace }} search={{ alliance: data.alliance }}>
                <Trans>Share with partners…</Trans>
              </Link>
            </p>
          )}
          <HealthTrend rounds={data.rounds} />
          <ul className={classes.items}>
            {data.rounds.map((round) => (
              <RoundItem key={round.request.id} round={round} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function AskButton({ partners }: { readonly partners: readonly AskablePartner[] }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [opened, { open, close }] = useDisclosure(false);
  const [chosen, setChosen] = useState(0);
  const [until, setUntil] = useState<string | null>(() =>
    new Date(Date.now() + DAYS_OPEN * MILLISECONDS_A_DAY).toISOString().slice(0, ISO_DAY_LENGTH),
  );
  const [anonymous, setAnonymous] = useState(false);
  const choice = useFitChoice();
  const [words, setWords] = useState<AskedWords>({});
  const ask = useToldMutation((wish: Parameters<typeof askForHealth>[1]) => askForHealth(workspace, wish));
  const partner = partners[chosen];
  return (
    <>
      <Button size="xs" variant="default" data-screen-only onClick={open}>
        <Trans>Ask both sides…</Trans>
      </Button>
      <Dialog opened={opened} title={t`Ask both sides how the alliance does`} onClose={close}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (partner && until !== null)
              ask.mutate(
                { room: partner.room, partner: partner.id, until, anonymous, criteria: askedOf(choice, words) },
                { onSuccess: close },
              );
          }}
        >
          <Stack gap="sm">
            <NativeSelect
              label={t`Partner and its room`}
              value={String(chosen)}
              data={partners.map(({ name, title }, at) => ({ value: String(at), label: `${name} · ${title}` }))}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
              data-autofocus
            />
            <DayField label={t`Last day to answer`} value={until} onChange={setUntil} />
            <Checkbox
              label={t`Anonymous`}
              description={t`When it is over, names are taken from the answers for good. A side with fewer than ${LEAST_UNNAMED} answers shows their number alone.`}
              checked={anonymous}
              onChange={(event) => setAnonymous(event.currentTarget.checked)}
            />
            {choice && <AskedCriteria choice={choice} value={words} onChange={setWords} />}
            <p className={shared.quiet}>
              <Trans>
                Guests of the partner answer in their room, and those of us who publish to partners answer here. Nobody
                reads the answer of another before it is over.
              </Trans>{' '}
              {anonymous ? (
                <Trans>
                  Then both sides read ratings and comments in random order. Who answered is known, not what they said.
                </Trans>
              ) : (
                <Trans>Then both sides read every answer, with its name.</Trans>
              )}
            </p>
            <Group justify="flex-end">
              <Button type="submit" disabled={until === null || partner === undefined} loading={ask.isPending}>
                <Trans>Ask both sides</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
