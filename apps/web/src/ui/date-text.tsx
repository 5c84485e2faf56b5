import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type EdtfParts, edtfParts } from '../lib/edtf-parts.ts';
import classes from './date-text.module.css';

/** Making a formatter takes longer than hundreds of uses of it, and a table shows hundreds of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function plainDate(locale: string, text: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.keys(options).join()}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(Date.parse(text));
}

function certainWords(parts: Extract<EdtfParts, { doubt: unknown }>, i18n: I18n): string {
  const { text } = parts;
  switch (parts.kind) {
    case 'year':
      return plainDate(i18n.locale, `${text}-01-01`, { year: 'numeric' });
    case 'month':
      return plainDate(i18n.locale, `${text}-01`, { year: 'numeric', month: 'short' });
    case 'day':
      return plainDate(i18n.locale, text, { year: 'numeric', month: 'short', day: 'numeric' });
    case 'decade': {
      const decade = `${text.slice(0, 3)}0`;
      return i18n._(msg`${decade}s`);
    }
    case 'century': {
      const century = text.slice(0, 2);
      return i18n._(msg`${century}00s`);
    }
  }
}

/** A date of the register in words, no more precise than its source: "Apr 2003", "about 1995", "between 2010 and 2015". */
export function dateWords(text: string, i18n: I18n): string {
  const parts = edtfParts(text);
  switch (parts.kind) {
    case 'between': {
      const [from, to] = [dateWords(parts.from, i18n), dateWords(parts.to, i18n)];
      return i18n._(msg`between ${from} and ${to}`);
    }
    case 'until': {
      const date = dateWords(parts.date, i18n);
      return i18n._(msg`by ${date}`);
    }
    case 'since': {
      const date = dateWords(parts.date, i18n);
      return i18n._(msg`${date} or later`);
    }
    case 'other':
      return parts.text;
    default: {
      const date = certainWords(parts, i18n);
      if (parts.doubt === null) return date;
      return parts.doubt === 'about' ? i18n._(msg`about ${date}`) : i18n._(msg`${date} (uncertain)`);
    }
  }
}

/** The end of a period: a date, "open" when no end is stated, "ended, date unknown" when nobody says when. */
export function endWords(to: string, i18n: I18n): string {
  if (to === '..') return i18n._(msg`open`);
  return to === 'unknown' ? i18n._(msg`ended, date unknown`) : dateWords(to, i18n);
}

const SINGLE: readonly EdtfParts['kind'][] = ['day', 'month', 'year', 'decade', 'century'];

/** Whether a date is one, without words around it: it then stands on one line. */
const isSingle = (text: string): boolean => SINGLE.includes(edtfParts(text).kind);

/** A date in words, the source's own writing in the title. */
export function DateText({ value }: { readonly value: string }) {
  const { i18n } = useLingui();
  return (
    <time className={classes.date} data-single={isSingle(value) || undefined} title={value}>
      {dateWords(value, i18n)}
    </time>
  );
}

/** The end of a period in words. */
export function EndText({ value }: { readonly value: string }) {
  const { i18n } = useLingui();
  return <span>{endWords(value, i18n)}</span>;
}
