import type { Problem } from '@entente/core/kernel';

/** Why signing in and what belongs to it is refused. None tells more than the page of its code. */
export const REFUSALS = {
  signInRequired: {
    code: 'sign-in-required',
    message: 'Nobody is signed in, or the session is over',
    fix: 'Sign in and repeat the request.',
  },
  signInRefused: {
    code: 'sign-in-refused',
    message: 'No account has this e-mail together with this password',
    fix: 'Type both again, or ask for a link to set a new password.',
  },
  signInExpired: {
    code: 'sign-in-expired',
    message: 'No sign-in waits for this code any more',
    fix: 'Begin again with e-mail and password.',
  },
  busy: {
    code: 'sign-in-busy',
    message: 'Too many are signing in at this moment',
    fix: 'Wait as many seconds as Retry-After says and send the request again.',
  },
  codeRefused: {
    code: 'code-refused',
    message: 'The code is wrong, over, or was used before',
    fix: 'Wait for the next code, or take another recovery code.',
    pointer: '/code',
  },
  passkeyRefused: {
    code: 'passkey-refused',
    message: 'The passkey does not hold here',
    fix: 'Begin again, with a device that asks for a finger, a face or a PIN.',
  },
  passkeyNotFound: {
    code: 'passkey-not-found',
    message: 'No passkey of yours has this id',
    fix: 'Load the list of your passkeys again.',
  },
  passkeysFull: {
    code: 'passkeys-full',
    message: 'You keep as many passkeys as one account may',
    fix: 'Remove a passkey that you no longer use.',
  },
  linkRefused: {
    code: 'link-refused',
    message: 'The link was used, is over, or was never given out',
    fix: 'Ask for a new link.',
  },
  emailTaken: {
    code: 'email-taken',
    message: 'An account has this e-mail already',
    fix: 'Sign in to it, and open the invitation again.',
  },
  passwordWrong: {
    code: 'password-wrong',
    message: 'This is not your password',
    fix: 'Type your password again.',
    pointer: '/password',
  },
  sessionNotFound: {
    code: 'session-not-found',
    message: 'No session of yours has this id',
    fix: 'Load the list of your sessions again.',
  },
  totpOn: {
    code: 'totp-on',
    message: 'Codes are on already',
    fix: 'To change the authenticator, switch them off first.',
  },
  totpOff: { code: 'totp-off', message: 'Codes are off', fix: 'Switch them on first.' },
  totpNotBegun: {
    code: 'totp-not-begun',
    message: 'No secret waits for a code',
    fix: 'Ask for a secret first and put it into the authenticator.',
  },
  keyNotFound: {
    code: 'key-not-found',
    message: 'No key of yours in this workspace has this id',
    fix: 'Load the list of your keys again.',
  },
  keysFull: {
    code: 'keys-full',
    message: 'You keep as many keys for this workspace as one person may',
    fix: 'End a key that is no longer used.',
  },
  providerUnreachable: {
    code: 'provider-unreachable',
    message: 'The identity provider cannot be reached, or does not describe itself as it should',
    fix: 'See that the issuer is written as the provider writes it, over https, and may be reached from this server.',
    pointer: '/issuer',
  },
  providersFull: {
    code: 'providers-full',
    message: 'The workspace has as many identity providers as it may',
    fix: 'Remove one that is no longer used.',
  },
  providerNotFound: {
    code: 'provider-not-found',
    message: 'No identity provider of this workspace has this id',
    fix: 'Load the list of providers again.',
  },
  signOnRefused: {
    code: 'sign-on-refused',
    message: 'The identity provider did not show who you are, or the way back does not hold any more',
    fix: 'Begin again, in one browser and within ten minutes.',
  },
  signOnUninvited: {
    code: 'sign-on-uninvited',
    message: 'Nobody came here by this identity yet',
    fix: 'Open the link of an invitation to the workspace, for the e-mail that your identity provider knows.',
  },
  absent: { code: 'not-found', message: 'There is nothing at this address.', fix: 'Check the address.' },
} as const satisfies Readonly<Record<string, Problem>>;

export const tooManyAttempts = (
  seconds: number,
): Problem & { readonly extensions: { readonly retryAfter: number } } => ({
  code: 'too-many-attempts',
  message: `Too many attempts; the next is read in ${seconds} seconds`,
  fix: 'Wait as many seconds as Retry-After says, or sign in with a passkey.',
  extensions: { retryAfter: seconds },
});
