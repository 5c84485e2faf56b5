import type { PersonActor } from '@entente/core/accounts';
import type { Problem } from '@entente/core/kernel';

/* What whoever invites and joins is refused, as a member or as a guest. */

export const roleReserved: Problem = {
  code: 'role-reserved',
  message: 'Only an owner makes or unmakes an owner, names the clean team, and says who works here apart',
  fix: 'Ask an owner of the workspace; the list of members names them.',
};

export const memberThere: Problem = {
  code: 'member-there',
  message: 'Somebody with this address is a member already',
  fix: 'Change their role in the list of members.',
  pointer: '/email',
};

export const invitationOver: Problem = {
  code: 'invitation-over',
  message: 'This invitation does not hold any more',
  fix: 'Ask whoever invited you for a new one.',
};

export const invitationOfAnother: Problem = {
  code: 'invitation-of-another',
  message: 'This invitation is for another e-mail address than that of your account',
  fix: 'Sign in with the account of the invited address, or ask for an invitation to yours.',
};

/** In a session of one workspace an invitation to another is none. */
export const isWithin = ({ only }: PersonActor, { workspaceId }: { readonly workspaceId: string }): boolean =>
  only === null || only === workspaceId;

/** Addresses of e-mail are one whatever their case. */
export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
