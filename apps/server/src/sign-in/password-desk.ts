import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';

/** `Algorithm.Argon2id`, which is a constant of types alone. */
const ARGON2ID = 2;

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More passwords wait than the desk takes. */
export class DeskFull extends Error {
  constructor() {
    super('Too many passwords wait to be checked');
  }
}

export type PasswordDesk = {
  /** @throws DeskFull when too many wait */
  readonly hash: (password: string) => Promise<string>;
  /** @throws DeskFull when too many wait */
  readonly verify: (given: { readonly hash: string; readonly password: string }) => Promise<boolean>;
};

/** The same text typed on two systems may come in two Unicode forms. */
const oneForm = (password: string): string => password.normalize('NFC');

/**
 * Where passwords are hashed and checked, a few at once, so that a flood of them leaves the processors to other requests.
 * @param atOnce half of the processors, at least one
 * @param waiting how many may wait; the rest is refused at once
 */
export function passwordDesk(atOnce = Math.max(1, Math.floor(availableParallelism() / 2)), waiting = 64): PasswordDesk {
  let working = 0;
  const queue: (() => void)[] = [];

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (working >= atOnce) {
      if (queue.length >= waiting) throw new DeskFull();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else working += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next one, or is given back.
      const next = queue.shift();
      if (next === undefined) working -= 1;
      else next();
    }
  };

  return {
    hash: (password) => inTurn(() => hash(oneForm(password), COST)),
    verify: (given) => inTurn(() => verify(given.hash, oneForm(given.password))),
  };
}
