import { useLingui } from '@lingui/react/macro';
import { useWords } from './use-words.ts';

type Quantity = { readonly bound: string | null; readonly value: string; readonly unit: string | null };

/** A quantity as one says it: the bound stands before the figure or behind it, as the reader's language has it. */
export function useQuantityWords(): (quantity: Quantity) => string {
  const { t } = useLingui();
  const words = useWords();
  return ({ bound, value, unit }) => {
    const figure = `${words.number(value)}${unit === null ? '' : ` ${words.unit(unit)}`}`;
    switch (bound) {
      case '=':
        return t`exactly ${figure}`;
      case '>':
        return t`more than ${figure}`;
      case '>=':
        return t`at least ${figure}`;
      case '<':
        return t`less than ${figure}`;
      case '<=':
        return t`at most ${figure}`;
      case 'about':
        return t`about ${figure}`;
      case 'nearly':
        return t`nearly ${figure}`;
      default:
        return figure;
    }
  };
}
