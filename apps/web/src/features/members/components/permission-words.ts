import type { AccessClass, WorkspaceAction } from '@entente/core/accounts';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What may be done in a workspace. */
export const ACTION_WORDS: Readonly<Record<WorkspaceAction, MessageDescriptor>> = {
  'workspace.read': msg`Open the workspace`,
  'workspace.configure': msg`Define own fields`,
  'register.read': msg`Read records and their sources`,
  'register.write': msg`Add, change, import and remove records`,
  'history.read': msg`Read the history`,
  'history.undo': msg`Undo changes`,
  'members.read': msg`See the members`,
  'members.write': msg`Invite people, give roles and end memberships`,
  'owners.write': msg`Make owners and name the clean team`,
  'sharing.read': msg`See what is published to partners`,
  'sharing.publish': msg`Publish to partners and withdraw it`,
  'releases.read': msg`Read aggregates that the clean team released`,
  'releases.write': msg`As one of the clean team: propose and release aggregates`,
  'reviews.sign': msg`Sign what a business review decided`,
  'keys.write': msg`Make keys for programs`,
  'sign-on.configure': msg`Set up single sign-on`,
  'audit.read': msg`Read and verify the audit`,
};

/** What it takes to read a record of each class. */
export const CLASS_WORDS: Readonly<Record<AccessClass, MessageDescriptor>> = {
  NEVER: msg`Read records that never leave the firm`,
  CLEAN: msg`Read records of the clean team`,
  INTERNAL: msg`Read internal records`,
  SHAREABLE: msg`Read records that may be shared`,
};
