import type { AuditFault } from '@entente/contract/audit';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What each fault of a chain means. */
export const FAULT_WORDS: Readonly<Record<AuditFault['code'], MessageDescriptor>> = {
  'audit-file-broken': msg`Its lines are not as they are written out`,
  'audit-entry-missing': msg`Entries are missing before this one, or it stands in another place`,
  'audit-entry-differs': msg`The entry is not the one that was written`,
  'audit-rows-differ': msg`The log that the entry covers was changed, added to or cut`,
  'audit-tail-cut': msg`The end of the chain was cut off`,
  'audit-head-differs': msg`A signed head does not belong to this chain`,
  'audit-head-missing': msg`Signed heads that were kept are missing`,
  'audit-change-unlisted': msg`The log holds changes that no entry tells of`,
};
