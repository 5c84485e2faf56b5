import type { Arrangement } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

const ARRANGEMENT_WORDS: Readonly<Record<Arrangement, MessageDescriptor>> = {
  'market-exchange': msg`Market exchange`,
  'internal-growth': msg`Internal growth`,
  'merger-or-acquisition': msg`Merger or acquisition`,
  alliance: msg`Alliance`,
};

/** Buy, make, merge or ally, in the reader's language. */
export function useArrangementWords(): (arrangement: Arrangement) => string {
  const { i18n } = useLingui();
  return (arrangement) => i18n._(ARRANGEMENT_WORDS[arrangement]);
}
