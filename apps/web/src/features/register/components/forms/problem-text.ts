import { useLingui } from '@lingui/react/macro';
import { problemWords } from '../../../../lib/problem-words.ts';
import type { FormProblem } from './form-problems.ts';

/** A refusal with its mend, as one text below a field. */
export function useProblemText(): (problem: Omit<FormProblem, 'field'>) => string {
  const { i18n } = useLingui();
  return (problem) => {
    const { message, fix } = problemWords(problem, i18n);
    const isEnglish = i18n.locale === 'en';
    const sentence = /[.。]$/.test(message) ? message : `${message}${isEnglish ? '.' : '。'}`;
    return fix === null ? sentence : `${sentence}${isEnglish ? ' ' : ''}${fix}`;
  };
}
