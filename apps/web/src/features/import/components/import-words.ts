import { type ImportAnswer, KIND_OF } from '@entente/contract/register';
import { COLLECTION_WORDS, labelIn, type Wording } from '@entente/core/register';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { plainWords } from '../../../lib/plain-words.ts';
import { REASON_WORDS, TARGET_WORDS } from './target-words.ts';
import { kindOfLayout, targetParts } from './targets.ts';

type Messages = Readonly<Record<string, MessageDescriptor>>;

const LAYOUTS: Messages = {
  members: msg`Members of alliances: one row for each partner, with the alliance’s name`,
  partners: msg`Alliances: one row each, partners side by side`,
  participants: msg`Deals: one row for each participant, grouped by the deal’s number`,
};

const REASONS: Messages = {
  title: msg`stands above the headings`,
  total: msg`a total`,
  note: msg`a note`,
  section: msg`a heading between rows`,
  'repeated heading': msg`the headings again`,
  choice: msg`left out by you`,
};

const WHY: Messages = {
  id: msg`same id`,
  slug: msg`same short name`,
  'same LEI': msg`same LEI`,
  'same name': msg`same name`,
  'other name': msg`same as another of its names`,
  'former name': msg`same as a former name`,
  reading: msg`same reading`,
  'legal form aside': msg`same but for the legal form`,
  romanisation: msg`same when romanised`,
  'order of words': msg`same words in another order`,
  spelling: msg`spelled much alike`,
  beginning: msg`begins alike`,
};

const ASKED: Messages = {
  'date-order': msg`in which order do day, month and year stand?`,
  'date-serials': msg`from which day are these numbers counted?`,
  'number-format': msg`is this a decimal point or a separator of thousands?`,
};

const SERIALS: Messages = {
  'from-1900': msg`1900, as most spreadsheets do`,
  'from-1904': msg`1904, as older ones of the Macintosh do`,
};

const DELIMITERS: Messages = { ',': msg`comma`, ';': msg`semicolon`, '\t': msg`tab`, '|': msg`vertical bar` };

/** Words of imports in the reader's language. */
export function useImportWords() {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(() => {
    const said = (messages: Messages, key: string, otherwise: string): string =>
      messages[key] ? i18n._(messages[key]) : otherwise;
    const language = locale as keyof Wording;
    const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    const bytes = (amount: number): string => {
      const [divisor, unit] = amount < 1_000_000 ? ([1000, 'kilobyte'] as const) : ([1_000_000, 'megabyte'] as const);
      if (amount < 1000) {
        const format = { style: 'unit', unit: 'byte', unitDisplay: 'long' } as const;
        return new Intl.NumberFormat(locale, format).format(amount);
      }
      const format = { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 } as const;
      return new Intl.NumberFormat(locale, format).format(amount / divisor);
    };
    const collection = (name: string): string => COLLECTION_WORDS[name]?.[language] ?? plainWords(name);
    const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
    const targetWords = (draft: ImportAnswer, target: string): string => {
      const { name, partner } = targetParts(target);
      const own = TARGET_WORDS[name];
      if (own !== undefined && kindOfLayout(draft.layout) === null) {
        const said = i18n._(own);
        const number = partner;
        if (name === 'member' && number !== null) return i18n._(msg`Partner ${number}`);
        return partner === null ? said : i18n._(msg`${said} (partner ${partner})`);
      }
      const found = draft.fields.find(({ field }) => field === target);
      return capitalised(found === undefined ? target : labelIn(found.label, language) || target);
    };
    return {
      collection,
      why: (reason: string): string | null => (locale === 'en' ? reason : said(REASON_WORDS, reason, '') || null),
      /** What the rows of a layout stand for; rows of one kind by the name of their table. */
      layout: (name: string): string => {
        const kind = kindOfLayout(name);
        const listed = Object.entries(KIND_OF).find(([, each]) => each === kind)?.[0];
        return said(LAYOUTS, name, listed === undefined ? plainWords(name) : collection(listed));
      },
      leftOut: (reason: string): string => said(REASONS, reason, reason),
      matched: (reason: string): string => said(WHY, reason, reason),
      asked: (kind: string): string => said(ASKED, kind, i18n._(msg`which of these is meant?`)),
      serials: (value: string): string => said(SERIALS, value, value),
      delimiter: (sign: string): string => said(DELIMITERS, sign, sign),
      encoding: (name: string): string => name.toUpperCase().replace('_', '-'),
      confidence: (share: number): string => percents.format(share),
      bytes,
      /** What a column is read as; several fields where it holds several things. */
      field: (draft: ImportAnswer, name: string): string =>
        name
          .split('+')
          .map((target) => targetWords(draft, target))
          .join(' + '),
    };
  }, [i18n, locale]);
}
