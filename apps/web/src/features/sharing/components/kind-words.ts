import type { ShareableKind } from '@entente/core/accounts';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What the records of each kind are called together. */
export const KIND_WORDS: Readonly<Record<ShareableKind, MessageDescriptor>> = {
  alliance: msg`Alliance`,
  organisation: msg`Organisations`,
  membership: msg`Members`,
  stake: msg`Stakes`,
  resource: msg`Resources`,
  domain: msg`Domains`,
  event: msg`Events`,
  measure: msg`Measures`,
};
