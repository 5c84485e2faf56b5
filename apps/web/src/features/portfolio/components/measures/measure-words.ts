import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { PanelMeasureName } from '@entente/contract/portfolio';
import type { MeasureGroup, MeasureUnit } from './measure-groups.ts';

type Names<K extends string> = Readonly<Record<K, MessageDescriptor>>;

const GROUPS: Names<MeasureGroup> = {
  size: msg`Size`,
  partners: msg`Partners`,
  diversity: msg`Diversity`,
  balance: msg`Balance`,
  network: msg`Position in the network`,
};

const LABELS: Names<PanelMeasureName> = {
  formed: msg`Alliances formed`,
  ended: msg`Alliances ended`,
  accumulated: msg`Alliances so far`,
  size: msg`Alliances`,
  ties: msg`Ties`,
  partners: msg`Partners`,
  houses: msg`Partner houses`,
  'repeat-tie-share': msg`Repeated ties`,
  'new-partner-share': msg`New partners`,
  'equity-share': msg`Equity intensity`,
  'form-diversity': msg`Diversity of forms`,
  'country-diversity': msg`Diversity of countries`,
  'kind-diversity': msg`Diversity of partner kinds`,
  'resource-diversity': msg`Diversity of resources`,
  'resource-redundancy': msg`Redundant resources`,
  'exploration-share': msg`Exploration`,
  'foreign-partner-share': msg`Foreign partners`,
  'house-concentration': msg`Concentration of houses`,
  age: msg`Mean age`,
  degree: msg`Contacts`,
  'effective-size': msg`Effective size`,
  efficiency: msg`Efficiency`,
  constraint: msg`Constraint`,
  hierarchy: msg`Hierarchy`,
  'k-core': msg`Core`,
};

const RULES: Names<PanelMeasureName> = {
  formed: msg`Alliances that the firm entered in the year.`,
  ended: msg`Alliances that ended for the firm in the year.`,
  accumulated: msg`Alliances that the firm ever entered, up to the end of the year.`,
  size: msg`Alliances of the firm on the last day of the year.`,
  ties: msg`Partners on the last day of the year, counted once for each alliance with them. Members of the own house and own ventures are no partners.`,
  partners: msg`Different organisations that are partners on the last day of the year.`,
  houses: msg`Different houses of partners on the last day of the year; an organisation of no house counts as one.`,
  'repeat-tie-share': msg`Of the ties on the last day of the year, the share with a partner to whom there was an earlier tie.`,
  'new-partner-share': msg`Of the partners with whom a tie began in the year, the share with whom there was none before the year.`,
  'equity-share': msg`Of the alliances whose form is stated, the share that are joint ventures or minority stakes.`,
  'form-diversity': msg`Blau's index over the forms of alliances: 0 when all are of one form, near 1 when they spread over many.`,
  'country-diversity': msg`Blau's index over the countries of partners whose country is stated: 0 when all are of one country.`,
  'kind-diversity': msg`Blau's index over the kinds of partners, such as firms, universities and authorities: 0 when all are of one kind.`,
  'resource-diversity': msg`Blau's index over the kinds of the resources that partners bring: 0 when all are of one kind.`,
  'resource-redundancy': msg`Of the resources that partners bring, the share that two or more partner houses bring: what one house would no longer bring, another still does.`,
  'exploration-share': msg`Of the moves after the founding that added a partner, a resource or a domain, up to the year, the share that brought a resource new to the firm.`,
  'foreign-partner-share': msg`Of the partners whose country is stated, the share of another country than the firm's. Of a house, that of its member in most alliances counts.`,
  'house-concentration': msg`Herfindahl-Hirschman index of ties over partner houses: 1 when all ties lead to one house.`,
  age: msg`Mean age of the alliances on the last day of the year.`,
  degree: msg`Others to whom the firm is tied in the network of all recorded alliances, of whatever form, on the last day of the year.`,
  'effective-size': msg`Contacts less what they have in common: a contact whom other contacts reach as well counts less.`,
  efficiency: msg`Effective size by the number of contacts: 1 when no contact is tied to another.`,
  constraint: msg`How far the firm's ties lead back to the same contacts: low with many separate contacts, high with few who know each other.`,
  hierarchy: msg`How far constraint comes from one contact alone: 0 when each adds the same. Not defined with fewer than two contacts.`,
  'k-core': msg`The largest k for which the firm lies in a part of the network where everybody has k contacts or more.`,
};

/** Formulas in signs that every language reads; counts have none. */
export const FORMULAS: Partial<Readonly<Record<PanelMeasureName, string>>> = {
  'form-diversity': '1 − Σ p²',
  'country-diversity': '1 − Σ p²',
  'kind-diversity': '1 − Σ p²',
  'resource-diversity': '1 − Σ p²',
  'house-concentration': 'Σ p²',
  'effective-size': 'Σj (1 − Σq p_iq · m_jq)',
  efficiency: 'Σj (1 − Σq p_iq · m_jq) / N',
  constraint: 'Σj (p_ij + Σq p_iq · p_qj)²',
  hierarchy: 'Σj (c_ij · N/C) ln(c_ij · N/C) / (N ln N)',
};

function wordsIn(i18n: I18n) {
  const shares = new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 1 });
  const indices = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const numbers = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 });
  const sizes = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const ages = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    group: (group: MeasureGroup): string => i18n._(GROUPS[group]),
    label: (measure: PanelMeasureName): string => i18n._(LABELS[measure]),
    rule: (measure: PanelMeasureName): string => i18n._(RULES[measure]),
    share: (value: number): string => shares.format(value),
    index: (value: number): string => indices.format(value),
    number: (value: number): string => numbers.format(value),
    /** A value in the unit of its measure. */
    value(value: number, unit: MeasureUnit, measure?: PanelMeasureName): string {
      if (measure === 'effective-size') return sizes.format(value);
      switch (unit) {
        case 'share':
          return shares.format(value);
        case 'index':
          return indices.format(value);
        case 'years':
          return ages.format(value);
        case 'number':
          return numbers.format(value);
      }
    },
  };
}

export type MeasureWords = ReturnType<typeof wordsIn>;

/** Names, rules and figures of measures in the reader's language. */
export function useMeasureWords(): MeasureWords {
  const { i18n } = useLingui();
  return useMemo(() => wordsIn(i18n), [i18n]);
}
