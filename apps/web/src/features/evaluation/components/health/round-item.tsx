import { LEAST_UNNAMED } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answeredOf, draftOfJudged, judgedOf, useHealthWords } from '../../../../lib/health-words.ts';
import { useToldMutation } from '../../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { GapChart } from '../../../../ui/gap-chart.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { RatingFields } from '../../../../ui/rating-fields.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { type HealthRound, saveRating, sendRating } from '../../api/health-requests.ts';
import classes from '../evaluation.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { FitDriftSection } from './fit-drift-section.tsx';
import { RoundActions } from './round-actions.tsx';

type Props = { readonly round: HealthRound };

/** One round: waited for, to be answered, or read side by side. */
export function RoundItem({ round }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { partner, request, room } = round;
  const { state, closesAt, askedAt, abilities, draft } = request;
  const isOver = state === 'closed';
  return (
    <li className={classes.item}>
      <p>
        <strong>{partner}</strong>{' '}
        <span className={shared.quiet}>
          <Trans>
            asked on <Moment at={askedAt} parts="day" />
          </Trans>
          {' · '}
          {request.anonymous && (
            <>
              <Trans>anonymous</Trans>
              {' · '}
            </>
          )}
          {isOver ? (
            <Trans>over</Trans>
          ) : (
            closesAt !== null && (
              <Trans>
                answered until <Moment at={closesAt} />
              </Trans>
            )
          )}
          {' · '}
          <Link to="/w/$workspace/partner-rooms/$publication" params={{ workspace, publication: room }}>
            <Trans>its room</Trans>
          </Link>
        </span>
      </p>
      {!isOver && (
        <p className={shared.quiet}>
          {abilities.answer ? (
            draft === null ? (
              <Trans>You have not answered yet.</Trans>
            ) : (
              <Trans>You keep a draft that only you see.</Trans>
            )
          ) : (
            <AfterSent anonymous={request.anonymous} />
          )}
        </p>
      )}
      {abilities.answer && <AnswerButton round={round} label={t`Answer the health check with ${partner}`} />}
      {isOver && <Results round={round} />}
    </li>
  );
}

function AfterSent({ anonymous }: { readonly anonymous: boolean }) {
  return anonymous ? (
    <Trans>What was said is read without names when it is over.</Trans>
  ) : (
    <Trans>Who answered what is read when it is over.</Trans>
  );
}

/** What both sides said. */
function Results({ round }: Props) {
  const { partner, request } = round;
  const { t } = useLingui();
  const health = useHealthWords();
  const { anonymous, id } = request;
  const [ours, theirs] = [answeredOf(request, 'firm'), answeredOf(request, 'partner')];
  const inspected = `health.${id}`;
  const gaps = health.gaps(request, 'firm');
  const widest = gaps
    .filter(({ gap }) => gap !== null)
    .sort((one, other) => Math.abs(other.gap ?? 0) - Math.abs(one.gap ?? 0))[0];
  return (
    <>
      <p>
        <InspectButton id={inspected} unknown={widest === undefined}>
          {widest === undefined ? <Trans>No dimension was judged by both sides</Trans> : t`Widest gap: ${widest.label}`}
        </InspectButton>{' '}
        <span className={shared.quiet}>
          <Plural value={ours} one="# of us answered" other="# of us answered" />
          {' · '}
          <Plural value={theirs} one="# of theirs answered" other="# of theirs answered" />
        </span>
      </p>
      {anonymous && (
        <p className={shared.quiet}>
          <Trans>
            Anonymous: no name is kept. A side with fewer than {LEAST_UNNAMED} answers shows their number alone, and a
            dimension that fewer than {LEAST_UNNAMED} of a side judged shows nothing.
          </Trans>
        </p>
      )}
      <Inspected id={inspected} title={t`Gap between the sides`}>
        <RuleBody
          rule={t`For each dimension the mean of what our side said less the mean of what theirs said, 1 to 5. Who cannot say does not count; a side of which nobody said anything is unknown. The widest gap is the one furthest from 0.`}
          inputs={gaps.map(({ label, ours: one, theirs: other, gap }) => ({
            label,
            value:
              one === null || other === null || gap === null
                ? t`unknown`
                : `${one.mean.toFixed(2)} − ${other.mean.toFixed(2)} = ${gap.toFixed(2)}`,
          }))}
          links={[
            <a key="method" href="/docs/methods/lifecycle#evaluation" target="_blank" rel="noreferrer">
              <Trans>Method card: evaluation</Trans>
            </a>,
          ]}
        />
      </Inspected>
      <GapChart
        title={<Trans>Gap between the sides</Trans>}
        rows={gaps}
        sides={{ ours: t`Our side`, theirs: partner }}
      />
      {health.comments(request).map(({ key, label, said }) => (
        <div key={key}>
          <strong>{label}</strong>
          <ul className={classes.list}>
            {said.map(({ key: of, person, comment }) => (
              <li key={of} className={classes.note}>
                {person === null ? comment : `${person}: ${comment}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <FitDriftSection round={round} />
      <RoundActions check={id} partner={partner} />
    </>
  );
}

function AnswerButton({ round, label }: Props & { readonly label: string }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <div className={shared.acts} data-screen-only>
      <Button size="xs" variant="default" onClick={open}>
        <Trans>Answer for our side…</Trans>
      </Button>
      <Dialog opened={opened} title={label} size="lg" onClose={close}>
        <AnswerForm round={round} onDone={close} />
      </Dialog>
    </div>
  );
}

function AnswerForm({ round, onDone }: Props & { readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const { itemsOf } = useHealthWords();
  const [judged, setJudged] = useState(() => judgedOf(round.request.draft?.ratings ?? null));
  const items = itemsOf(round.request);
  const body = draftOfJudged(judged, items);
  const keep = useToldMutation((draft: NonNullable<typeof body>) => saveRating(workspace, round, draft));
  const send = useToldMutation(async (draft: NonNullable<typeof body>) => {
    await saveRating(workspace, round, draft);
    await sendRating(workspace, round);
  });
  const isBusy = keep.isPending || send.isPending;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null) send.mutate(body, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm">
        <RatingFields items={items} value={judged} onChange={setJudged} disabled={isBusy} />
        <Group justify="flex-end">
          <Button
            variant="default"
            loading={keep.isPending}
            disabled={body === null || send.isPending}
            onClick={() => body !== null && keep.mutate(body, { onSuccess: onDone })}
          >
            <Trans>Keep as a draft</Trans>
          </Button>
          <Button type="submit" loading={send.isPending} disabled={body === null || keep.isPending}>
            <Trans>Send</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
