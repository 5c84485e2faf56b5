import type { Role } from '@entente/core/accounts';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What somebody is in a workspace. */
export const ROLE_WORDS: Readonly<Record<Role, MessageDescriptor>> = {
  owner: msg`Owner`,
  administrator: msg`Administrator`,
  manager: msg`Manager`,
  contributor: msg`Contributor`,
  reader: msg`Reader`,
  auditor: msg`Auditor`,
  guest: msg`Guest`,
};
