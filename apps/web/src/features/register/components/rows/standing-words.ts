import { useLingui } from '@lingui/react/macro';
import { useAsOf } from '../../../../lib/as-of.ts';
import { hasCome, standingOn } from '../../../../lib/reading.ts';
import { dateWords } from '../../../../ui/date-text.tsx';

type Dated = { readonly from: string | null; readonly to: string; readonly exists: boolean };

/** Words for rows that their best source denies, or that do not hold on the page's date; null for those that do. */
export function useStandingWords(): (row: Dated) => string | null {
  const { t, i18n } = useLingui();
  const { day, text } = useAsOf();
  const date = text === null ? null : dateWords(text, i18n);
  return ({ from, to, exists }) => {
    if (!exists) return t`denied or left out by the best source`;
    const { when } = standingOn(from, to, day);
    if (when === 'active') return null;
    if (date === null) return when === 'before' ? t`not yet begun` : t`no longer active`;
    return when === 'before' ? t`not yet, as of ${date}` : t`no longer, as of ${date}`;
  };
}

/** Words for single dates that lie after the page's date. */
export function useComingWords(): (date: string | null) => string | null {
  const { t, i18n } = useLingui();
  const { day, text } = useAsOf();
  const shown = text === null ? t`today` : dateWords(text, i18n);
  return (date) => (hasCome(date, day) ? null : t`after ${shown}`);
}
