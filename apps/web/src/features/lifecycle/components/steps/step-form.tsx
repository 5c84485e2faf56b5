import type { LifecycleStepCreation } from '@entente/contract/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { failureWords } from '../../../../lib/failure-words.ts';
import classes from '../course/course.module.css';
import { useTemplate } from '../template-context.ts';
import { refusalOf, useCourse, useTakeStep } from './course.ts';
import { Refusal } from './refusal.tsx';

type Props = {
  /** The step as typed so far; null while something is missing. */
  readonly bodyOf: (on: string) => LifecycleStepCreation | null;
  readonly submit: ReactNode;
  readonly color?: string;
  readonly onDone: () => void;
  readonly children?: ReactNode;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What every step asks: its fields, its day; and what the rules say against it before it is sent. */
export function StepForm({ bodyOf, submit, color, onDone, children }: Props) {
  const { t, i18n } = useLingui();
  const { answer, day, today } = useCourse();
  const told = useTemplate();
  const [on, setOn] = useState(day);
  const take = useTakeStep();
  const body = DAY.test(on) ? bodyOf(on) : null;
  const refusal = body && refusalOf(told, answer, body);
  const failure = take.error ? failureWords(take.error, i18n) : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== null && refusal === null) take.mutate(body, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm">
        {children}
        <TextInput
          type="date"
          label={t`Day`}
          description={t`When it was so in the life of the alliance.`}
          required
          max={today}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <div aria-live="polite">
          {refusal && <Refusal problem={refusal} on={on} />}
          {failure && !refusal && (
            <div className={classes.refusal}>
              <p>
                <span aria-hidden="true">▲ </span>
                {failure.happened}
              </p>
              <p>{failure.todo}</p>
            </div>
          )}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            type="submit"
            {...(color !== undefined && { color })}
            disabled={body === null || refusal !== null}
            loading={take.isPending}
          >
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
