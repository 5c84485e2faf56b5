import { useLingui } from '@lingui/react';

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** An instant as day, time or both, in the reader's language and time zone. */
export function momentWords(at: string, locale: string, parts: 'day' | 'time' | 'both'): string {
  const options = parts === 'day' ? DAY : parts === 'time' ? TIME : { ...DAY, ...TIME };
  return new Intl.DateTimeFormat(locale, options).format(Date.parse(at));
}

export function Moment({ at, parts = 'both' }: { readonly at: string; readonly parts?: 'day' | 'time' | 'both' }) {
  const { i18n } = useLingui();
  return <time dateTime={at}>{momentWords(at, i18n.locale, parts)}</time>;
}
