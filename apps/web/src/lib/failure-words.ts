import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { problemWords } from './problem-words.ts';
import { RequestFailure } from './problem.ts';

/** How a failure is told: what happened, what is safe, what to do, and a code to quote. */
export type FailureWords = {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
  readonly reference: string | null;
};

const UNREACHABLE = {
  happened: msg`The server does not answer.`,
  safe: msg`Nothing was changed or lost; what you see may be older than the record.`,
  todo: msg`See whether Entente is still running in its terminal window, then try again.`,
};
const UNREADABLE = {
  happened: msg`The server's answer is not what this page expects.`,
  safe: msg`The record itself is untouched.`,
  todo: msg`Load the page again; the page and the server may be of different versions.`,
};
const BROKEN = {
  happened: msg`Something failed on this page.`,
  safe: msg`The record itself is untouched; whatever was saved before stays saved.`,
  todo: msg`Load the page again. If it fails again, report it with what you did.`,
};
const SERVER = {
  happened: msg`Something failed on the server.`,
  safe: msg`A change is stored whole or not at all, so nothing is half-done.`,
  todo: msg`Try again; if it fails again, look at the server's log.`,
};
const NOTHING_CHANGED = msg`Nothing was changed.`;
const LOAD_AGAIN = msg`Load the page again to see the present state.`;

/** Puts a failure into words in the reader's language. */
export function failureWords(error: unknown, i18n: I18n): FailureWords {
  const told = (words: typeof BROKEN, reference: string | null): FailureWords => ({
    happened: i18n._(words.happened),
    safe: i18n._(words.safe),
    todo: i18n._(words.todo),
    reference,
  });
  if (!(error instanceof RequestFailure)) return told(BROKEN, error instanceof Error ? error.message : null);
  if (error.failure === 'unreachable') return told(UNREACHABLE, null);
  if (error.failure === 'unreadable' || !error.document) return told(UNREADABLE, null);
  const { code, status, detail, errors } = error.document;
  if (status >= 500 && status !== 503) return told(SERVER, code);
  const words = problemWords({ code, message: detail, fix: errors[0]?.fix ?? null }, i18n);
  return {
    happened: words.message,
    safe: i18n._(NOTHING_CHANGED),
    todo: words.fix ?? i18n._(LOAD_AGAIN),
    reference: code,
  };
}
