import type { ImportAnswer, ImportQuestion } from '@entente/contract/register';
import { EdtfDate } from '@entente/core/kernel';
import { msg } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { Group, Radio } from '@mantine/core';
import { useWords } from '../../../lib/use-words.ts';
import { dateWords } from '../../../ui/date-text.tsx';
import { columnLetter } from './field-choices.ts';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { StepSection } from './step-section.tsx';
import { stepTitle } from './step-rail.tsx';
import type { StepProps } from './use-draft.ts';

/** What can be read in several ways is asked, once for all cells that it decides. */
export function QuestionsStep({ draft, onChange }: StepProps) {
  if (draft.questions.length === 0) return null;
  const open = draft.openQuestions;
  const more = open - draft.questions.filter(({ answer }) => answer === null).length;
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
  const words = useWords();
  const { column, line, text, count, choices, answer } = question;
  const heading = draft.columns.find(({ index }) => index === column)?.heading ?? '';
  const place = column === null ? '' : heading === '' ? columnLetter(column) : heading;
  const isForm = question.kind === 'form';
  const choiceWords = (value: string, said: string): string => {
    if (question.kind === 'date-serials') return own.serials(value);
    if (isForm) return value === 'none' ? i18n._(msg`The table does not tell`) : words.term('forms', value);
    return EdtfDate.parse(said).ok ? dateWords(said, i18n) : said;
  };
  return (
    <Radio.Group
      className={classes.question}
      label={
        isForm ? (
          <Trans>No column tells the form of the alliances. Which is it?</Trans>
        ) : (
          <>
            <q>{text}</q> · {own.asked(question.kind)}
          </>
        )
      }
      description={
        <>
          {!isForm && <Place place={place} line={line} />}
          {!isForm && count > 1 && ' · '}
          {count > 1 && <Plural value={count} one="decides # row" other="decides # rows" />}
        </>
      }
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={answer}
      onChange={onAnswer}
    >
      <Group gap="md" mt={6}>
        {choices.map(({ value, text: said }) => (
          <Radio key={value} value={value} label={choiceWords(value, said)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

function Place({ place, line }: { readonly place: string; readonly line: number }) {
  if (place === '') return <Trans>Row {line}</Trans>;
  return (
    <Trans>
      Column “{place}”, first in row {line}
    </Trans>
  );
}
