import type { SignInAct } from '@entente/contract/audit';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What somebody did in signing in. */
export const SIGN_IN_WORDS: Readonly<Record<SignInAct, MessageDescriptor>> = {
  'signed-in': msg`Signed in`,
  'session-ended': msg`A session ended`,
  'second-factor-refused': msg`The second factor was refused: somebody gave the password and a wrong code`,
  'password-changed': msg`Password changed`,
  'recovery-codes-changed': msg`Recovery code used, or new ones made`,
  'totp-added': msg`Authenticator added`,
  'totp-removed': msg`Authenticator removed`,
  'passkey-added': msg`Passkey added`,
  'passkey-removed': msg`Passkey removed`,
  'key-added': msg`API key made`,
  'key-removed': msg`API key removed`,
  'provider-added': msg`Identity provider set up`,
  'provider-changed': msg`Identity provider changed`,
  'provider-removed': msg`Identity provider removed`,
};
