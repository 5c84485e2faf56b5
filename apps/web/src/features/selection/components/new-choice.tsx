import { DEFAULT_CRITERIA } from '@entente/core/lifecycle';
import { useLingui as useI18n } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../../ui/states.tsx';
import { type Choice, USUAL } from './choice-draft.ts';
import { DEFAULT_NAMES } from './choice-words.ts';
import classes from './choice.module.css';

type Props = {
  readonly name: string;
  readonly firm: string | null;
  readonly isPending: boolean;
  readonly onBegin: (choice: Choice) => void;
};

/** Nothing is weighed yet: the question, with the criteria to begin from. */
export function NewChoice({ name, firm, isPending, onBegin }: Props) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [question, setQuestion] = useState(() => t`Which partner for ${name}?`);
  const begin = (): void =>
    onBegin({
      kind: 'partner-choice',
      question: question.trim(),
      firm,
      candidates: [],
      groups: [],
      criteria: (DEFAULT_CRITERIA.below ?? []).map(({ key, direction = 'max' }) => {
        const words = DEFAULT_NAMES[key];
        return {
          key,
          name: words ? i18n._(words) : key,
          group: null,
          direction,
          weight: null,
          unit: null,
          preference: USUAL,
        };
      }),
      weighing: { by: 'entered', rater: null },
      raters: [],
      ratings: [],
      judgements: [],
      method: 'wsm',
      normalisation: null,
      seed: 1,
      decision: null,
      illustrative: null,
    });
  return (
    <EmptyState
      title={<Trans>No partner is being chosen here yet</Trans>}
      action={
        <form
          className={classes.actions}
          onSubmit={(event) => {
            event.preventDefault();
            if (question.trim() !== '') begin();
          }}
        >
          <TextInput
            size="xs"
            className={classes.question ?? ''}
            label={t`Question`}
            maxLength={200}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" loading={isPending} disabled={question.trim() === ''}>
            <Trans>Begin the choice</Trans>
          </Button>
        </form>
      }
    >
      <Trans>
        It begins with seven criteria of equal weight, which you can change. Then come candidates, who rates them, and
        the decision. Nobody of another firm ever reads it.
      </Trans>
    </EmptyState>
  );
}
