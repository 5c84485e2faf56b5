import type { SaidPoint } from '@entente/core/lifecycle';
import type { Wording } from '@entente/core/register';
import { useLingui } from '@lingui/react';

/** Points that are given in three languages, in the reader's. */
export function useSaid() {
  const { i18n } = useLingui();
  const wording = (words: Wording): string => words[i18n.locale as keyof Wording];
  return {
    wording,
    /** A point of a list by its key; the key itself where the list has none such. */
    point: (points: readonly SaidPoint[], key: string): string => {
      const found = points.find((each) => each.key === key);
      return found ? wording(found.words) : key;
    },
  };
}
