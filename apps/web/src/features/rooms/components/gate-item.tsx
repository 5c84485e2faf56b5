import type { RoomAnswer, RoomGateAnswer, RoomGateWord } from '@entente/contract/sharing';
import { useLingui as useLinguiRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestFailure } from '../../../lib/problem.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { FailureState } from '../../../ui/states.tsx';
import { judgeGate, roomKey, type RoomFound } from '../api/room-requests.ts';
import classes from './requests.module.css';

type Props = { readonly room: RoomAnswer; readonly gate: RoomGateAnswer };
const MOST = 4000;

/** A gate that the reader is asked about: of which stage, by when, what they said, and the form of their word. */
export function GateItem({ room, gate }: Props) {
  const { t } = useLingui();
  const { i18n } = useLinguiRuntime();
  const { askedAt, words, due, said } = gate;
  const stage = gate.stage[i18n.locale as keyof RoomGateAnswer['stage']];
  const last = said.at(-1);
  const [isWanted, setWanted] = useState(said.length === 0);
  const { firm } = room;
  return (
    <article className={classes.request} aria-label={t`Gate of the stage ${stage}`}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          <Trans>May the alliance leave the stage {stage}?</Trans>
        </h3>
        <span className={classes.state} data-state={last === undefined ? 'open' : 'answered'}>
          {last === undefined ? (
            <Trans>waits for your word</Trans>
          ) : last.verdict === 'approved' ? (
            <Trans>you approved</Trans>
          ) : (
            <Trans>you refused</Trans>
          )}
        </span>
      </div>
      <p className={classes.quiet}>
        <Trans>
          {firm} asked you on <Moment at={askedAt} parts="day" />. The gate opens when everybody of both sides who was
          named has approved.
        </Trans>{' '}
        {due !== null && (
          <Trans>
            To be passed by <DateText value={due} />.
          </Trans>
        )}
      </p>
      {words !== null && <p className={classes.words}>{words}</p>}
      {said.length > 0 && (
        <ol className={classes.answers} aria-label={t`What you said`}>
          {said.map((each) => (
            <li key={each.id}>
              <span className={classes.verdict} {...(each.verdict === 'approved' && { 'data-verdict': 'confirm' })}>
                {each.verdict === 'approved' ? <Trans>You approve</Trans> : <Trans>You refuse</Trans>}
              </span>{' '}
              <span className={classes.quiet}>
                <Moment at={each.saidAt} />
              </span>
              {each.words !== null && <p className={classes.words}>{each.words}</p>}
            </li>
          ))}
        </ol>
      )}
      {isWanted ? (
        <WordForm key={said.length} room={room} gate={gate} onDone={() => setWanted(false)} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setWanted(true)}>
          <Trans>Say otherwise</Trans>
        </Button>
      )}
    </article>
  );
}

/** Puts the gate as the server tells it into the room that is shown; what is over is read anew. */
function useWord({ room, gate }: Props, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (word: RoomGateWord) => judgeGate(room.id, gate.id, word),
    onSuccess: (changed) => {
      client.setQueryData<RoomFound>(roomKey(room.id), (found) =>
        typeof found === 'object'
          ? { ...found, gates: found.gates.map((each) => (each.id === changed.id ? changed : each)) }
          : found,
      );
      onDone();
    },
    onError: (error) => {
      if (error instanceof RequestFailure && error.failure === 'refused')
        void client.invalidateQueries({ queryKey: roomKey(room.id) });
    },
  });
}

function WordForm({ room, gate, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useLingui();
  const [verdict, setVerdict] = useState<RoomGateWord['verdict'] | null>(null);
  const [words, setWords] = useState('');
  const word = useWord({ room, gate }, onDone);
  const text = words.trim() === '' ? null : words.trim();
  const isWhole = verdict === 'approved' || (verdict === 'refused' && text !== null);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) word.mutate({ verdict, words: text });
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t`Your word`}
          value={verdict ?? ''}
          onChange={(value) => setVerdict(value === 'approved' ? 'approved' : 'refused')}
        >
          <Stack gap={6} mt={4}>
            <Radio value="approved" label={t`I approve`} disabled={word.isPending} />
            <Radio value="refused" label={t`I refuse`} disabled={word.isPending} />
          </Stack>
        </Radio.Group>
        {verdict !== null && (
          <Textarea
            label={verdict === 'refused' ? t`What has to change` : t`A remark, if there is one`}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={MOST}
            required={verdict === 'refused'}
            disabled={word.isPending}
          />
        )}
        {word.error && <FailureState inline error={word.error} />}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={word.isPending} disabled={!isWhole}>
            <Trans>Say it for {room.partner}</Trans>
          </Button>
          <span className={classes.quiet}>
            <Trans>What you said stays; a later word of yours takes its place.</Trans>
          </span>
        </Group>
      </Stack>
    </form>
  );
}
