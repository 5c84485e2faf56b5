import {
  FIELD_WORDS,
  QUANTITY_WORDS,
  TERM_WORDS,
  type TermList,
  UNIT_WORDS,
  type Wording,
} from '@entente/core/register';
import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { plainWords } from './plain-words.ts';
import { topicWords } from './topic-words.ts';

const REMARK = 'remark.';

function wordsIn(i18n: I18n) {
  const said = (wording: Wording | undefined): string | undefined => wording?.[i18n.locale as keyof Wording];
  const regions = new Intl.DisplayNames([i18n.locale], { type: 'region' });
  const percents = new Intl.NumberFormat(i18n.locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 10 });
  const numbers = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 10 });
  const separator = i18n.locale === 'en' ? ', ' : '、';
  return {
    /** What stands between the items of a list. */
    separator,
    listed: (items: readonly string[]): string => items.join(separator),
    /** A term of a list in the reader's language. */
    term(list: TermList, term: string): string {
      return said(TERM_WORDS[list][term]) ?? plainWords(term);
    },
    /** The name of a field, or the topic of a remark. */
    field(name: string): string {
      if (name.startsWith(REMARK)) {
        const topic = name.slice(REMARK.length);
        return topicWords(i18n.locale, topic) ?? plainWords(topic);
      }
      return said(FIELD_WORDS[name]) ?? name;
    },
    /** What a measure is of. */
    quantity: (slug: string): string => said(QUANTITY_WORDS[slug]) ?? plainWords(slug),
    /** What a measure counts in; as it was written where it is none of the common ones. */
    unit: (unit: string): string => said(UNIT_WORDS[unit]) ?? unit,
    country: (code: string): string => regions.of(code) ?? code,
    /** An exact decimal text as a percentage. */
    percent: (decimal: string): string => percents.format(decimal as unknown as number),
    /** An exact decimal text with the separators of the language. */
    number: (decimal: string): string => numbers.format(decimal as unknown as number),
    count: (count: number): string => numbers.format(count),
  };
}

export type Words = ReturnType<typeof wordsIn>;

const made = new Map<string, Words>();

/** Terms, countries and figures in the reader's language; made once a language, for a table asks in every cell. */
export function useWords(): Words {
  const { i18n } = useLingui();
  const words = made.get(i18n.locale) ?? wordsIn(i18n);
  made.set(i18n.locale, words);
  return words;
}
