import type { I18n } from '@lingui/core';
import { problemWords } from '../../../../lib/problem-words.ts';
import type { CellProblem } from './cell-input.ts';

/** A problem and its mend as two sentences in the reader's language. */
export function problemText(problem: CellProblem, i18n: I18n): string {
  const { message, fix } = problemWords(problem, i18n);
  const isEnglish = i18n.locale === 'en';
  const sentence = /[.。]$/.test(message) ? message : `${message}${isEnglish ? '.' : '。'}`;
  return fix === null ? sentence : `${sentence}${isEnglish ? ' ' : ''}${fix}`;
}
