import type { AuthorityRule } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';

/** A range of amounts in words. */
export function useRangeWords() {
  const { t } = useLingui();
  const words = useWords();
  return ({ above, upTo }: Pick<AuthorityRule, 'above' | 'upTo'>, currency: string | null): string => {
    if (currency === null) return t`whatever it amounts to`;
    const [low, high] = [above === null ? null : words.number(above), upTo === null ? null : words.number(upTo)];
    if (low !== null && high !== null) return t`above ${low} up to ${high} ${currency}`;
    if (high !== null) return t`up to ${high} ${currency}`;
    return low === null ? t`every amount` : t`above ${low} ${currency}`;
  };
}
