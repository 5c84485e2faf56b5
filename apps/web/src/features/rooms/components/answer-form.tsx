import type { RoomRequestAnswer } from '@entente/contract/sharing';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { Moment } from '../../../ui/moment.tsx';
import { FailureState } from '../../../ui/states.tsx';
import classes from './requests.module.css';
import { isSendable, useDraft } from './use-draft.ts';

type Props = { readonly room: string; readonly request: RoomRequestAnswer };

/** What one would answer: kept with the server as it is written, seen by nobody else until it is sent. */
export function AnswerForm({ room, request }: Props) {
  const { t } = useLingui();
  const draft = useDraft({ room, request: request.id }, request.draft);
  const { written, write, keptAt, isKeeping, keepingError, send, drop } = draft;
  const isBusy = send.isPending || drop.isPending;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSendable(written)) send.mutate();
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t`Your answer`}
          value={written.verdict ?? ''}
          onChange={(verdict) => write({ ...written, verdict: verdict === 'confirm' ? 'confirm' : 'comment' })}
        >
          <Stack gap={6} mt={4}>
            <Radio value="confirm" label={t`They are right`} disabled={isBusy} />
            <Radio value="comment" label={t`Something is otherwise`} disabled={isBusy} />
          </Stack>
        </Radio.Group>
        {written.verdict !== null && (
          <Textarea
            label={written.verdict === 'comment' ? t`What is otherwise` : t`A remark, if there is one`}
            value={written.words}
            onChange={(event) => write({ ...written, words: event.currentTarget.value })}
            autosize
            minRows={3}
            maxRows={14}
            maxLength={4000}
            required={written.verdict === 'comment'}
            disabled={isBusy}
          />
        )}
        {(send.error ?? drop.error) && <FailureState inline error={send.error ?? drop.error} />}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={send.isPending} disabled={!isSendable(written) || drop.isPending}>
            <Trans>Send</Trans>
          </Button>
          {(keptAt !== null || written.verdict !== null) && (
            <Button
              size="xs"
              variant="default"
              loading={drop.isPending}
              disabled={send.isPending}
              onClick={() => drop.mutate()}
            >
              <Trans>Throw the draft away</Trans>
            </Button>
          )}
          <span className={classes.quiet} role="status">
            {keepingError !== null ? (
              <span className={classes.unkept}>
                <Trans>Not kept: the server did not take it. It is tried again with your next letter.</Trans>
              </span>
            ) : isKeeping ? (
              <Trans>Being kept …</Trans>
            ) : keptAt !== null ? (
              <Trans>
                Draft kept at <Moment at={keptAt} parts="time" />; only you see it.
              </Trans>
            ) : (
              <Trans>What you write is kept as a draft that only you see, until you send it.</Trans>
            )}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
