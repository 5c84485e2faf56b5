import type { ImportAnswer, ImportQuestion } from '@entente/contract/register';
import { EdtfDate } from '@entente/core/kernel';
import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { Group, Radio } from '@mantine/core';
import { dateWords } from '../../../ui/date-text.tsx';
import { columnLetter } from './field-choices.ts';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { StepSection } from './step-section.tsx';
import { stepTitle } from './step-rail.tsx';
import { stepsOf } from './steps.ts';
import type { StepProps } from './use-draft.ts';

/** What can be read in several ways is asked, once for all cells that it decides. */
export function QuestionsStep({ draft, onChange }: StepProps) {
  if (draft.questionTotal === 0) return null;
  const open = stepsOf(draft).find(({ name }) => name === 'questions')?.open ?? 0;
  const more = draft.questionTotal - draft.questions.length;
  return (
    <StepSection step="questions" title={stepTitle('questions')} open={open}>
      <div className={classes.questions}>
        {draft.questions.map((question) => (
          <Question
            key={question.id}
            draft={draft}
            question={question}
            onAnswer={(answer) => onChange({ answers: { [question.id]: answer } })}
          />
        ))}
      </div>
      {more > 0 && (
        <p className={classes.quiet}>
          <Plural value={more} one="# more question follows." other="# more questions follow." />
        </p>
      )}
    </StepSection>
  );
}

type QuestionProps = {
  readonly draft: ImportAnswer;
  readonly question: ImportQuestion;
  readonly onAnswer: (answer: string) => void;
};

function Question({ draft, question, onAnswer }: QuestionProps) {
  const { i18n } = useLingui();
  const own = useImportWords();
  const { column, line, text, count, choices, answer } = question;
  const heading = draft.columns.find(({ index }) => index === column)?.heading ?? '';
  const place = column === null ? '' : heading === '' ? columnLetter(column) : heading;
  const dateOf = (choice: string): string => (EdtfDate.parse(choice).ok ? dateWords(choice, i18n) : choice);
  return (
    <Radio.Group
      className={classes.question}
      label={
        <>
          “{text}”: {own.asked(question.kind)}
        </>
      }
      description={
        <>
          {place === '' ? (
            <Trans>Row {line}</Trans>
          ) : (
            <Trans>
              Column “{place}”, first in row {line}
            </Trans>
          )}
          {count > 1 && (
            <>
              {' · '}
              <Plural value={count} one="decides # cell" other="decides # cells" />
            </>
          )}
        </>
      }
      value={answer}
      onChange={onAnswer}
    >
      <Group gap="md" mt={6}>
        {choices.map(({ value, text: words }) => (
          <Radio key={value} value={value} label={dateOf(words)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
