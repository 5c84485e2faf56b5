import type { CarveOutEntry, SegmentationReport, SegmentedAlliance } from '@entente/core/portfolio';
import type { Overlap } from '@entente/core/register';
import { useLingui } from '@lingui/react/macro';
import { plainTitle } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';

/** Verdicts, terms, intervals and proposals in the reader's language. */
export function useSegmentationWords() {
  const { t, i18n } = useLingui();
  const words = useWords();
  const decimals = new Intl.NumberFormat(i18n.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const overlaps: Readonly<Record<Overlap, string>> = { certain: t`certain`, possible: t`possible`, none: t`none` };
  const term = (value: string | null): string => (value === null ? t`unknown` : plainTitle(value));
  const interval = (index: SegmentationReport['index']): string => {
    if (index === null) return t`no pairs`;
    const [from, to] = [decimals.format(index.from), decimals.format(index.to)];
    return from === to ? from : t`${from} to ${to}`;
  };
  const proposal = (
    { kind, dimension, changes }: CarveOutEntry,
    alliances: readonly Pick<SegmentedAlliance, 'name'>[],
  ): string => {
    const what = words.field(dimension);
    const [first, second] = changes;
    const nameOf = (change: typeof first): string => alliances[change?.alliance ?? -1]?.name ?? '';
    const [one, other] = [nameOf(first), nameOf(second)];
    const from = words.listed((first?.from ?? []).map(term));
    const to = term(first?.to ?? null);
    switch (kind) {
      case 'narrow':
        return t`${one}: narrow the ${what} from ${from} to ${to}`;
      case 'move':
        return t`${one}: move the ${what} from ${from} to ${to}`;
      case 'state': {
        const outside = words.listed((first?.outside ?? []).map(term));
        return t`${one}: agree on a ${what} other than ${outside}`;
      }
      case 'split': {
        const theirs = second?.to ?? null;
        if (theirs === null) return t`Divide the ${what} ${from}: one part for ${one}, the other for ${other}`;
        return t`Divide the ${what} ${from}: ${to} for ${one}, ${term(theirs)} for ${other}`;
      }
    }
  };
  return { overlap: (verdict: Overlap): string => overlaps[verdict], term, interval, proposal };
}
