import type { WrittenCell } from '@entente/core/interchange';
import {
  type CustomField,
  FIELD_WORDS,
  isCustomField,
  isNumber,
  labelIn,
  type ListField,
  TERM_WORDS,
  type Wording,
} from '@entente/core/register';
import type { WireRecord } from './record.presenter.ts';

/** How a table is told: in the words of a language, or in the names and terms of the API. */
export type Telling = { readonly language: keyof Wording; readonly headings: 'words' | 'names' };

/** A column of a table; `custom` is the definition of a field of the workspace's own. */
export type TableColumn = { readonly field: ListField; readonly custom: CustomField | null };

const UNKNOWN_END: Wording = { en: 'unknown', ja: '不明', 'zh-Hant': '不詳' };
const FLAGS: Readonly<Record<string, Wording>> = {
  true: { en: 'yes', ja: 'はい', 'zh-Hant': '是' },
  false: { en: 'no', ja: 'いいえ', 'zh-Hant': '否' },
};

/** The heading of a column; a share's says its unit. */
export function headingOf({ field, custom }: TableColumn, { language, headings }: Telling): string {
  if (headings === 'names') return field.name;
  const words = custom === null ? FIELD_WORDS[field.name]?.[language] : labelIn(custom.labels, language);
  return `${words ?? field.name}${field.as === 'share' ? ' (%)' : ''}`;
}

type Link = { readonly id: string; readonly slug: string | null; readonly name: string | null };

const linkText = ({ id, slug, name }: Link, headings: Telling['headings']): string =>
  headings === 'names' ? (slug ?? id) : (name ?? slug ?? id);

function subjectText(subject: Link & { readonly kind: string }, headings: Telling['headings']): string {
  const text = linkText(subject, headings);
  return headings === 'names' ? `${subject.kind}:${text}` : text;
}

const termText = (list: keyof typeof TERM_WORDS, term: string, language: keyof Wording): string =>
  TERM_WORDS[list][term]?.[language] ?? term;

function choiceText(custom: CustomField | null, value: string, language: keyof Wording): string {
  const term = custom?.terms.find((each) => each.term === value);
  return term === undefined ? value : labelIn(term.labels, language) || value;
}

/** A text as people read it: terms in words, an open end as nothing. */
function wordsOf({ field, custom }: TableColumn, value: string, language: keyof Wording): string | null {
  switch (field.as) {
    case 'term':
      return termText(field.list, value, language);
    case 'choice':
      return choiceText(custom, value, language);
    case 'flag':
      return FLAGS[value]?.[language] ?? value;
    case 'end':
      return value === '..' ? null : value === 'unknown' ? UNKNOWN_END[language] : value;
    default:
      return value;
  }
}

/** What a record holds in a column, as a cell. */
export function cellOf(record: WireRecord, column: TableColumn, telling: Telling): WrittenCell {
  const { field } = column;
  const custom = record['custom'] as Readonly<Record<string, string>> | undefined;
  const value = isCustomField(field.name) ? custom?.[field.name.slice('custom.'.length)] : record[field.name];
  if (value === null || value === undefined) return null;
  switch (field.as) {
    case 'reference':
      return linkText(value as Link, telling.headings);
    case 'subject':
      return subjectText(value as Link & { kind: string }, telling.headings);
    case 'subjects':
      return (value as readonly (Link & { kind: string })[])
        .map((subject) => subjectText(subject, telling.headings))
        .join('; ');
    case 'lines':
      return (value as readonly string[]).join('; ');
    case 'details':
      return Object.entries(value as Readonly<Record<string, string>>)
        .map(([name, text]) => `${name}: ${text}`)
        .join('; ');
    default: {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      if (isNumber(field)) return { number: text };
      return telling.headings === 'names' ? text : wordsOf(column, text, telling.language);
    }
  }
}
