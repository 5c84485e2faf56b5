import { Outcome } from '@entente/core/kernel';
import { REFUSALS } from './refusals.ts';
import type { SignIn } from './sign-in.ts';

type MailboxAnswer = {
  readonly items: readonly {
    readonly id: string;
    readonly at: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }[];
};

/** What the demo would have sent; anywhere else there is no such address. */
export function readMailbox(signIn: SignIn): Outcome<MailboxAnswer> {
  const letters = signIn.post.mailbox();
  if (letters === null) return Outcome.refuse(REFUSALS.absent);
  return Outcome.of({ items: letters.map((letter) => ({ ...letter, at: letter.at.toISOString() })) });
}
