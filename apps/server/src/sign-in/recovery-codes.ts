import { randomInt } from 'node:crypto';

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
