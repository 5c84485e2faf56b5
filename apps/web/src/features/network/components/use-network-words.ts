import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { NodeMeasure } from '@entente/contract/network';
import { useWords } from '../../../lib/use-words.ts';
import type { ColourBy } from '../network-search.ts';
import type { LegendEntry } from '../model/colouring.ts';
import type { NetworkModel } from '../model/network-model.ts';
import { MEASURE_WORDS } from './measure-words.ts';

/** Words of this page in the reader's language. */
export function useNetworkWords() {
  const { t, i18n } = useLingui();
  const words = useWords();
  return useMemo(() => {
    const figures = new Intl.NumberFormat(i18n.locale, { maximumSignificantDigits: 4 });
    const measure = (name: NodeMeasure): string => i18n._(MEASURE_WORDS[name].name);
    return {
      measure,
      /** A value of a measure; what is not defined is a dash with words for those who do not see it. */
      figure: (value: number | null): string => (value === null ? '–' : figures.format(value)),
      colour: (by: ColourBy): string => (by === 'house' ? t`House` : by === 'country' ? t`Country` : measure(by)),
      form: (form: string | null): string =>
        form === null || form === 'unknown' ? t`no form recorded` : words.term('forms', form),
      /** What a colour stands for. */
      legend: ({ answer }: NetworkModel, by: ColourBy, entry: LegendEntry): string => {
        if (entry.kind === 'none') {
          if (by === 'house') return t`no house recorded`;
          return by === 'country' ? t`no country recorded` : t`not defined`;
        }
        if (entry.kind === 'range') {
          const [from, to] = [figures.format(entry.from), figures.format(entry.to)];
          return from === to ? from : t`${from} to ${to}`;
        }
        if (entry.key === null) return t`others`;
        if (by === 'house') return answer.houses.find(({ slug }) => slug === entry.key)?.name ?? entry.key;
        if (by === 'country') return words.country(entry.key);
        const name = measure(by);
        return `${name} ${entry.key}`;
      },
    };
  }, [t, i18n, words]);
}
