import type { RoomAnswer, RoomRequestAnswer } from '@entente/contract/sharing';
import { LEAST_UNNAMED } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { answeredOf, draftOfJudged, judgedOf, useHealthWords } from '../../../lib/health-words.ts';
import { GapChart } from '../../../ui/gap-chart.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { RatingFields } from '../../../ui/rating-fields.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { saveDraft, sendAnswer } from '../api/room-requests.ts';
import classes from './requests.module.css';
import { useRequestChange } from './use-draft.ts';

type Props = { readonly room: RoomAnswer; readonly request: RoomRequestAnswer };

/** A health check as people of the partner find it: to be answered, waited for, or read. */
export function HealthItem({ room, request }: Props) {
  const { t } = useLingui();
  const health = useHealthWords();
  const { state, closesAt, abilities, anonymous } = request;
  const answered = answeredOf(request, 'firm') + answeredOf(request, 'partner');
  const isOver = state === 'closed';
  return (
    <article className={classes.request} aria-label={t`Health check`}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          <Trans>Health check: how does the alliance do?</Trans>
        </h3>
        <span className={classes.state} data-state={state}>
          {isOver ? (
            <Trans>over</Trans>
          ) : abilities.answer ? (
            <Trans>waits for your answer</Trans>
          ) : (
            <Trans>you have answered</Trans>
          )}
        </span>
      </div>
      {closesAt !== null && !isOver && (
        <p className={classes.quiet}>
          <Trans>
            {room.firm} asks people of both sides, until <Moment at={closesAt} />. Until then nobody reads your answer.
          </Trans>{' '}
          {anonymous ? (
            <Trans>
              Then your name is taken from it for good: both sides read ratings and comments in random order, and
              nothing but their number where fewer than {LEAST_UNNAMED} of a side answered. That you answered is known.
            </Trans>
          ) : (
            <Trans>Then both sides read every answer, with its name.</Trans>
          )}
        </p>
      )}
      {abilities.answer && <HealthForm room={room} request={request} />}
      {isOver && (
        <>
          <p className={classes.quiet}>
            <Plural value={answered} one="# person answered" other="# people answered" />
            {anonymous && (
              <>
                {' · '}
                <Trans>anonymous</Trans>
              </>
            )}
          </p>
          <GapChart
            title={<Trans>Gap between the sides</Trans>}
            rows={health.gaps(request, 'partner')}
            sides={{ ours: room.partner, theirs: room.firm }}
          />
          {health.comments(request).map(({ key, label, said }) => (
            <div key={key}>
              <strong>{label}</strong>
              <ul>
                {said.map(({ key: of, person, comment }) => (
                  <li key={of} className={classes.words}>
                    {person === null ? comment : `${person}: ${comment}`}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
    </article>
  );
}

function HealthForm({ room, request }: Props) {
  const { itemsOf } = useHealthWords();
  const [judged, setJudged] = useState(() => judgedOf(request.draft?.ratings ?? null));
  const items = itemsOf(request);
  const place = { room: room.id, request: request.id };
  const body = draftOfJudged(judged, items);
  const keep = useRequestChange(place, (draft: NonNullable<typeof body>) => saveDraft(place, draft));
  const send = useRequestChange(place, async (draft: NonNullable<typeof body>) => {
    await saveDraft(place, draft);
    return sendAnswer(place);
  });
  const isBusy = keep.isPending || send.isPending;
  const error = send.error ?? keep.error;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null) send.mutate(body);
      }}
    >
      <Stack gap="sm">
        <RatingFields items={items} value={judged} onChange={setJudged} disabled={isBusy} />
        {error && <FailureState inline error={error} />}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={send.isPending} disabled={body === null || keep.isPending}>
            <Trans>Send</Trans>
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={keep.isPending}
            disabled={body === null || send.isPending}
            onClick={() => body !== null && keep.mutate(body)}
          >
            <Trans>Keep as a draft</Trans>
          </Button>
          <span className={classes.quiet} role="status">
            {request.draft === null ? (
              <Trans>Not kept yet.</Trans>
            ) : (
              <Trans>
                Draft kept at <Moment at={request.draft.writtenAt} parts="time" />; only you see it.
              </Trans>
            )}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
