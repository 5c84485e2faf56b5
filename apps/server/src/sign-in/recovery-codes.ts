import { findTotp } from './accounts.store.ts';
import { randomInt } from 'node:crypto';
import type { SignIn } from './sign-in.ts';

/** Letters and digits that are not taken for one another, on paper or aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const HALF = 5;
const CODES = 10;

const half = (): string => Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** New recovery codes, e.g. `k7m2p-9xq4d`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, () => `${half()}-${half()}`);

/** A recovery code as it was shown, from what somebody typed of it. */
export const recoveryCodeOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(new RegExp(`^(.{${HALF}})`), '$1-');

/** How many recovery codes are left, or null where no codes are asked for. */
export async function recoveryCodesLeft(
  signIn: SignIn,
  accountId: string,
): Promise<{ readonly recoveryCodesLeft: number } | null> {
  if ((await findTotp(signIn.database, accountId))?.isOn !== true) return null;
  const { backupCodes } = await signIn.library().api.viewBackupCodes({ body: { userId: accountId } });
  return { recoveryCodesLeft: backupCodes.length };
}
