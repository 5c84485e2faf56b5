import { useLingui } from '@lingui/react';
import { dateWords } from '../../../ui/date-text.tsx';

/** A day as a word of the reader's language: the last on which something is open. */
export function LastDay({ day }: { readonly day: string }) {
  const { i18n } = useLingui();
  return <time dateTime={day}>{dateWords(day, i18n)}</time>;
}
