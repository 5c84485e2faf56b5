import type { I18n } from '@lingui/core';
import type { Words } from '../../../../lib/use-words.ts';
import { dateWords, endWords } from '../../../../ui/date-text.tsx';
import { isMention, type Mention, type TableField } from './table-fields.ts';

const calledBy = ({ name, slug }: Mention): string => name ?? slug ?? '';

const days = new Map<string, Intl.DateTimeFormat>();

/** A moment as its day, in UTC as filters read it. */
function dayWords(instant: string, { locale }: I18n): string {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) return instant;
  const options = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  const format = days.get(locale) ?? new Intl.DateTimeFormat(locale, options);
  days.set(locale, format);
  return format.format(moment);
}

/** A value of a field in plain words; empty where it is not stated. */
export function cellWords({ name, shape, choices }: TableField, value: unknown, words: Words, i18n: I18n): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) {
    return value.map((one: unknown) => (isMention(one) ? calledBy(one) : String(one))).join('; ');
  }
  if (isMention(value)) return calledBy(value);
  if (typeof value === 'object') {
    return Object.entries(value as Readonly<Record<string, string>>)
      .map(([detail, text]) => `${detail}: ${text}`)
      .join('; ');
  }
  if (typeof value === 'number') return words.count(value);
  if (typeof value !== 'string') return '';
  if (choices !== null) return choices.find((choice) => choice.value === value)?.label ?? value;
  switch (shape.as) {
    case 'moment':
      return value.includes('T') ? dayWords(value, i18n) : dateWords(value, i18n);
    case 'date':
      return dateWords(value, i18n);
    case 'end':
      return endWords(value, i18n);
    case 'share':
      return words.percent(value);
    case 'decimal':
    case 'whole':
      return words.number(value);
    case 'country':
      return words.country(value);
    case 'term':
      return words.term(shape.list, value);
    default:
      return measuredWords(name, value, words);
  }
}

/** What a measure is of and counts in, as the pages of records say it; other text as it is. */
function measuredWords(name: string, text: string, words: Words): string {
  if (name === 'quantity') return words.quantity(text);
  return name === 'unit' ? words.unit(text) : text;
}
