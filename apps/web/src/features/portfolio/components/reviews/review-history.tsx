import type { ReviewAnswer, ReviewStepAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useToldMutation } from '../../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Moment, momentWords } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../../ui/states.tsx';
import { reviewHistoryQuery, undoReviewStep } from '../../api/review-requests.ts';
import { useStepWords } from './step-words.ts';
import classes from './reviews.module.css';

type Props = { readonly review: ReviewAnswer };

/** What each step made different, by whom and why; and the way to take one back. */
export function ReviewHistory({ review }: Props) {
  const workspace = useWorkspace();
  const { data, error, refetch } = useQuery(reviewHistoryQuery(workspace, review.id));
  return (
    <Section id="history" title={<Trans>History</Trans>} {...(data && { count: data.items.length })}>
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState lines={3} />}
      <ol className={classes.steps}>
        {data?.items.map((step, at) => (
          <Step key={step.version ?? `signed ${at}`} step={step} review={review} />
        ))}
      </ol>
    </Section>
  );
}

const SHOWN = 6;

function Step({ step, review }: Props & { readonly step: ReviewStepAnswer }) {
  const { t } = useLingui();
  const words = useStepWords();
  const [isWhole, setWhole] = useState(false);
  const { by, at, reason, differences } = step;
  const shown = isWhole ? differences : differences?.slice(0, SHOWN);
  const left = (differences?.length ?? 0) - (shown?.length ?? 0);
  return (
    <li className={classes.step}>
      <div>
        <p className={classes.line}>
          {step.version !== null && <span className={classes.number}>{words.number(step.version)} </span>}
          <b>{words.title(step)}</b>
          {' · '}
          {by === null ? <Trans>by somebody not recorded</Trans> : by.name}
          {' · '}
          <Moment at={at} />
        </p>
        {reason !== null && (
          <p className={classes.line}>
            <Trans>Reason: {reason}</Trans>
          </p>
        )}
        {differences === null && (
          <p className={classes.quiet}>
            <Trans>What stood before is not recorded, or not shown to you.</Trans>
          </p>
        )}
        {shown && shown.length > 0 && (
          <ul className={classes.differences} aria-label={t`What changed`}>
            {shown.map((difference, nth) => (
              <li key={nth}>{words.difference(difference)}</li>
            ))}
          </ul>
        )}
        {left > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
            <Trans>Show {left} more</Trans>
          </Button>
        )}
      </div>
      {step.undo && step.version !== null && <UndoStep step={step} version={step.version} review={review} />}
    </li>
  );
}

type UndoProps = Props & { readonly step: ReviewStepAnswer; readonly version: number };

function UndoStep({ step, version, review }: UndoProps) {
  const { t, i18n } = useLingui();
  const words = useStepWords();
  const workspace = useWorkspace();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const undo = useToldMutation(() =>
    undoReviewStep({ workspace, review: review.id, version: review.version }, { step: version, reason }).then(close),
  );
  const [what, time] = [words.title(step), momentWords(step.at, i18n.locale, 'time')];
  return (
    <div data-screen-only>
      <Button size="compact-sm" variant="default" aria-label={t`Undo: ${what}, ${time}`} onClick={open}>
        <Trans>Undo</Trans>
      </Button>
      <Dialog opened={opened} title={t`Undo: ${what}`} onClose={close}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            undo.mutate(undefined);
          }}
        >
          <Stack gap="sm">
            <p className={classes.quiet}>
              {review.state === 'draft' ? (
                <Trans>
                  What this step changed is as it was before; what other steps changed stays. Save the draft first: what
                  is typed and not saved is lost.
                </Trans>
              ) : (
                <Trans>The review goes back to the state before. The step stays in the history.</Trans>
              )}
            </p>
            <TextInput
              label={t`Reason for the undo (optional)`}
              maxLength={4000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                <Trans>Cancel</Trans>
              </Button>
              <Button type="submit" loading={undo.isPending}>
                <Trans>Undo this step</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </div>
  );
}
