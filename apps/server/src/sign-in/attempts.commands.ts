import { Outcome } from '@entente/core/kernel';
import type { Database } from '../platform/database.ts';
import { forgiveAttempts, insertAttempt, type Limit } from './attempts.store.ts';
import { DeskFull } from './password-desk.ts';
import { tooManyAttempts } from './refusals.ts';
import type { Visit } from './visit.ts';

/** By whose or from where attempts count. Those by address are wide: a firm may sit behind one. */
export const LIMITS = {
  signIn: { kind: 'sign-in', most: 10, minutes: 15 },
  signInFrom: { kind: 'sign-in-from', most: 100, minutes: 15 },
  code: { kind: 'code', most: 10, minutes: 15 },
  password: { kind: 'password', most: 10, minutes: 15 },
  linkFrom: { kind: 'link-from', most: 30, minutes: 15 },
  passkeyFrom: { kind: 'passkey-from', most: 100, minutes: 15 },
  signOnFrom: { kind: 'sign-on-from', most: 100, minutes: 15 },
  reset: { kind: 'reset', most: 5, minutes: 60 },
  resetFrom: { kind: 'reset-from', most: 30, minutes: 60 },
  verification: { kind: 'verification', most: 5, minutes: 60 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Addresses of one IPv6 network are one place: whoever has the network has them all. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: plain.includes('::') ? 8 - before.length - after.length : 0 }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

export type Counted = { readonly limit: Limit; readonly whose: string; readonly forgiven: 'all' | 'one' | 'never' };

export const byAccount = (limit: Limit, whose: string): Counted => ({ limit, whose, forgiven: 'all' });
export const byPlace = (limit: Limit, { address }: Visit): Counted => ({
  limit,
  whose: placeOf(address),
  forgiven: 'one',
});

/** Runs what may be tried so often only; what succeeds is not held against anybody. */
export async function attempting<T>(
  database: Database,
  visit: Visit,
  counted: readonly Counted[],
  run: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  for (const { limit, whose } of counted) {
    const seconds = await insertAttempt(database, limit, whose);
    if (seconds !== null) {
      visit.outgoing.retryAfterSeconds = seconds;
      return Outcome.refuse(tooManyAttempts(seconds));
    }
  }
  const forgive = async (howMany: 'as-counted' | 'one'): Promise<void> => {
    for (const { limit, whose, forgiven } of counted) {
      if (forgiven === 'never') continue;
      await forgiveAttempts(database, limit, whose, howMany === 'one' ? 'one' : forgiven);
    }
  };
  try {
    const outcome = await run();
    if (outcome.ok) await forgive('as-counted');
    return outcome;
  } catch (error) {
    // Nothing was tried.
    if (error instanceof DeskFull) await forgive('one');
    throw error;
  }
}
