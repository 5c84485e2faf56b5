import type { ImportAnswer } from '@entente/contract/register';
import { COLLECTION_WORDS, labelIn, type Wording } from '@entente/core/register';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { plainWords } from '../../../lib/plain-words.ts';

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
  lei: msg`same LEI`,
  name: msg`same name`,
  alias: msg`same other name`,
  reading: msg`same reading`,
  similar: msg`similar name`,
};

const ASKED: Messages = {
  'date-order': msg`In which order do day, month and year stand?`,
  'number-format': msg`Is this a decimal point or a separator of thousands?`,
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
      const format = { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 } as const;
      return new Intl.NumberFormat(locale, format).format(amount / divisor);
    };
    return {
      collection: (name: string): string => COLLECTION_WORDS[name]?.[language] ?? plainWords(name),
      layout: (name: string): string => said(LAYOUTS, name, COLLECTION_WORDS[name]?.[language] ?? plainWords(name)),
      leftOut: (reason: string): string => said(REASONS, reason, reason),
      matched: (reason: string): string => said(WHY, reason, reason),
      asked: (kind: string): string => said(ASKED, kind, i18n._(msg`Which of these is meant?`)),
      delimiter: (sign: string): string => said(DELIMITERS, sign, sign),
      encoding: (name: string): string => name.toUpperCase().replace('_', '-'),
      confidence: (share: number): string => percents.format(share),
      bytes,
      field: (draft: ImportAnswer, name: string): string => {
        const found = draft.fields.find(({ field }) => field === name);
        return found === undefined ? name : labelIn(found.label as Partial<Wording>, language) || name;
      },
    };
  }, [i18n, locale]);
}

export type ImportWords = ReturnType<typeof useImportWords>;
