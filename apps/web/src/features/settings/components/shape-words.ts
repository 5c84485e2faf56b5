import type { CustomShape } from '@entente/core/register';
import { useLingui } from '@lingui/react/macro';

/** What each kind of field holds, in words. */
export function useShapeWords(): Readonly<Record<CustomShape, string>> {
  const { t } = useLingui();
  return {
    line: t`one line of text`,
    note: t`text of several lines`,
    date: t`a date, exact or not`,
    decimal: t`a number`,
    whole: t`a whole number`,
    flag: t`yes or no`,
    term: t`one of several terms`,
  };
}
