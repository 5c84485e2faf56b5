import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCustomWords } from '../../../lib/custom-fields.ts';
import type { OwnField } from './forms/custom-values.ts';

/** The value of a workspace's own field in the reader's words. */
export function OwnValue({ field, value }: { readonly field: OwnField; readonly value: string }): ReactNode {
  const words = useCustomWords();
  if (field.as === 'flag') return value === 'true' ? <Trans>yes</Trans> : <Trans>no</Trans>;
  return words.value(field, value);
}
