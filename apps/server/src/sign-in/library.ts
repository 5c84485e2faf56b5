import { passkey } from '@better-auth/passkey';
import { APIError } from '@better-auth/core/error';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Database } from '../platform/database.ts';
import type { PasswordDesk } from './password-desk.ts';
import { newRecoveryCodes } from './recovery-codes.ts';

/** How long a session may last at most, whatever is done in it. */
export const SESSION_DAYS = 30;
const DAY_SECONDS = 24 * 60 * 60;
/** How long a link to set a new password holds. */
export const RESET_SECONDS = 60 * 60;
/** In which a request's address is handed on; whatever a client sends under this name is replaced. */
export const ADDRESS_HEADER = 'x-entente-address';

const isSecure = (origin: string): boolean => origin.startsWith('https://');

/** Cookies of an https origin carry the prefix that binds them to it: no other host and no path can set them. */
export const cookieName = (origin: string, name: string): string =>
  `${isSecure(origin) ? '__Host-' : ''}entente.${name}`;

const timed = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Whoever holds the device has shown it to the device: without that, a passkey would be a single factor. */
function refuseUnverified(isVerified: boolean): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { message: 'The device did not verify its user' });
}

export type LibraryParts = {
  readonly database: Database;
  readonly origin: string;
  readonly secret: string;
  readonly passwords: PasswordDesk;
  readonly sendReset: (account: { email: string; name: string }, token: string) => Promise<void>;
  readonly sendVerification: (account: { email: string; name: string }, token: string) => Promise<void>;
};

/**
 * The sign-in library, bound to the schema `auth`. None of its own routes is ever served: rooms call `api` and put the
 * answer into the contract's shape. Rate limits, expiry after idleness and codes that work once are ours.
 */
export function signInLibrary({ database, origin, secret, passwords, sendReset, sendVerification }: LibraryParts) {
  return betterAuth({
    appName: 'Entente',
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: { db: database.withSchema('auth'), type: 'postgres', transaction: true },
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      cookiePrefix: cookieName(origin, '').slice(0, -1),
      // Its own prefix would be the weaker `__Secure-`.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure: isSecure(origin), path: '/' },
    },
    user: { fields: { emailVerified: 'email_verified', ...timed } },
    session: {
      fields: {
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
        ...timed,
      },
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      // When it was last used is ours to write, see sessions.store.ts.
      disableSessionRefresh: true,
      freshAge: 0,
      cookieCache: { enabled: false },
    },
    account: {
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...timed,
      },
      accountLinking: { enabled: false },
    },
    verification: { fields: { expiresAt: 'expires_at', ...timed }, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      // The rules are told in our own words, see passwords.ts.
      minPasswordLength: 1,
      maxPasswordLength: 4000,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      password: { hash: passwords.hash, verify: passwords.verify },
      sendResetPassword: ({ user, token }) => sendReset(user, token),
    },
    emailVerification: {
      expiresIn: DAY_SECONDS,
      sendVerificationEmail: ({ user, token }) => sendVerification(user, token),
    },
    plugins: [
      twoFactor({
        issuer: 'Entente',
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes, storeBackupCodes: 'encrypted' },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Entente',
        advanced: { webAuthnChallengeCookie: 'challenge' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => {
            refuseUnverified(verification.registrationInfo?.userVerified ?? false);
          },
        },
        authentication: {
          afterVerification: ({ verification }) => refuseUnverified(verification.authenticationInfo.userVerified),
        },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  });
}

export type SignInLibrary = ReturnType<typeof signInLibrary>;
