import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What a refusal means, and what to do. */
export type ProblemWording = { readonly message: MessageDescriptor; readonly fix: MessageDescriptor };

/** Refusals of signing in, of accounts and of memberships. */
export const ACCESS_PROBLEM_WORDS: Readonly<Record<string, ProblemWording>> = {
  'sign-in-required': {
    message: msg`Nobody is signed in, or the session is over.`,
    fix: msg`Sign in and do it again.`,
  },
  'provider-unreachable': {
    message: msg`The identity provider does not answer, or not as it should.`,
    fix: msg`Try again later; the administrator of the workspace checks its address and secret.`,
  },
  'providers-full': {
    message: msg`This workspace has as many identity providers as it may.`,
    fix: msg`Remove one that nobody uses.`,
  },
  'provider-not-found': {
    message: msg`There is no such identity provider in this workspace.`,
    fix: msg`Read the list again.`,
  },
  'sign-on-refused': {
    message: msg`Signing in by the identity provider did not succeed.`,
    fix: msg`Begin again from the link of your workspace.`,
  },
  'sign-on-uninvited': {
    message: msg`The identity provider knows you, but nobody invited you to this workspace.`,
    fix: msg`Ask an administrator of the workspace for an invitation, and open its link first.`,
  },
  'sign-in-refused': {
    message: msg`No account has this e-mail together with this password.`,
    fix: msg`Type both again, or ask for a link to set a new password.`,
  },
  'sign-in-expired': {
    message: msg`No sign-in waits for this code any more.`,
    fix: msg`Begin again with e-mail and password.`,
  },
  'sign-in-busy': {
    message: msg`Too many are signing in at this moment.`,
    fix: msg`Wait a few seconds and try again.`,
  },
  'too-many-attempts': {
    message: msg`There were too many attempts; the next is read after a pause.`,
    fix: msg`Wait some minutes, or sign in with a passkey.`,
  },
  'code-refused': {
    message: msg`The code is wrong, over, or was used before.`,
    fix: msg`Wait for the next code, or take another recovery code.`,
  },
  'passkey-refused': {
    message: msg`The passkey does not hold here.`,
    fix: msg`Begin again, with a device that asks for a finger, a face or a PIN.`,
  },
  'passkey-not-found': {
    message: msg`No passkey of yours is this one.`,
    fix: msg`Load the list of your passkeys again.`,
  },
  'passkeys-full': {
    message: msg`You keep as many passkeys as one account may.`,
    fix: msg`Remove a passkey that you no longer use.`,
  },
  'link-refused': {
    message: msg`The link was used, is over, or was never given out.`,
    fix: msg`Ask for a new link.`,
  },
  'email-taken': {
    message: msg`An account has this e-mail already.`,
    fix: msg`Sign in to it, and open the invitation again.`,
  },
  'password-wrong': { message: msg`This is not your password.`, fix: msg`Type your password again.` },
  'password-length': {
    message: msg`The password is too short or too long.`,
    fix: msg`Choose 12 to 128 characters of any kind; a few words that do not belong together are good.`,
  },
  'password-guessable': {
    message: msg`Too little of the password is left without your e-mail, your name, the words of this product and plain runs.`,
    fix: msg`Choose one that has nothing to do with you or with where it is used.`,
  },
  'password-common': {
    message: msg`The password is among those that are tried first.`,
    fix: msg`Choose another; a few words that do not belong together are good.`,
  },
  'session-not-found': {
    message: msg`No session of yours is this one; it may have ended by itself.`,
    fix: msg`Load the list of your sessions again.`,
  },
  'totp-on': {
    message: msg`Codes are on already.`,
    fix: msg`To change the authenticator, switch them off first.`,
  },
  'totp-off': { message: msg`Codes are off.`, fix: msg`Switch them on first.` },
  'totp-not-begun': {
    message: msg`No secret waits for a code.`,
    fix: msg`Ask for a secret first and put it into the authenticator.`,
  },
  'key-not-found': {
    message: msg`No key of yours in this workspace is this one.`,
    fix: msg`Load the list of your keys again.`,
  },
  'keys-full': {
    message: msg`You keep as many keys for this workspace as one person may.`,
    fix: msg`End a key that is no longer used.`,
  },
  'owner-needed': {
    message: msg`The last owner cannot leave or become something else.`,
    fix: msg`Make another member an owner first.`,
  },
  'role-reserved': {
    message: msg`Only an owner makes or unmakes an owner, names the clean team, and says who works here apart.`,
    fix: msg`Ask an owner of the workspace; the list of members names them.`,
  },
  'account-needed': {
    message: msg`Who works here in a session of their own signs in, and this member has no account.`,
    fix: msg`Invite the person; say it of the account that takes up the invitation.`,
  },
  'account-unknown': {
    message: msg`No account here has this e-mail.`,
    fix: msg`Look at the list of accounts again.`,
  },
  'role-lacking': {
    message: msg`The role of this account in the workspace does not permit this.`,
    fix: msg`Name an account whose role does; the page of members shows which may what.`,
  },
  'member-there': {
    message: msg`Somebody with this address is a member already.`,
    fix: msg`Change their role in the list of members.`,
  },
  'invitation-over': {
    message: msg`This invitation does not hold any more.`,
    fix: msg`Ask whoever invited you for a new one.`,
  },
  'invitation-of-another': {
    message: msg`This invitation is for another e-mail address than that of your account, or yours is not confirmed yet.`,
    fix: msg`Sign in with the account of the invited address, or ask for an invitation to yours.`,
  },
};
