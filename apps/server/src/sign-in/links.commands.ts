import { Outcome } from '@entente/core/kernel';
import { findAccount, removePending, updateEmailVerified } from './accounts.store.ts';
import { attempting, byPlace, LIMITS } from './attempts.commands.ts';
import { libraryAnswer } from './library-answer.ts';
import { passwordProblem } from './passwords.ts';
import { REFUSALS } from './refusals.ts';
import type { SignIn } from './sign-in.ts';
import type { Visit } from './visit.ts';

/**
 * Sends a link to set a new password, if an account has this e-mail. Whether one has is looked up after the answer has
 * left, so that neither the answer nor its time tells.
 */
export async function askForReset(signIn: SignIn, visit: Visit, typed: string): Promise<Outcome<null>> {
  const email = typed.toLowerCase();
  const counted = [
    { ...byPlace(LIMITS.resetFrom, visit), forgiven: 'never' },
    { limit: LIMITS.reset, whose: email, forgiven: 'never' },
  ] as const;
  return attempting(signIn.database, visit, counted, () => {
    if (signIn.post.sends) {
      signIn.afterwards(() => signIn.writing(visit, () => signIn.auth().api.requestPasswordReset({ body: { email } })));
    }
    return Promise.resolve(Outcome.of(null));
  });
}

/** Sets a new password by a link, once, and ends all sessions of the account and all other links to it. */
export async function resetPassword(
  signIn: SignIn,
  visit: Visit,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Outcome<null>> {
  return attempting(signIn.database, visit, [byPlace(LIMITS.linkFrom, visit)], async () => {
    const { internalAdapter } = await signIn.auth().$context;
    const waiting = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    const account = waiting === null ? null : await findAccount(signIn.database, waiting.value);
    if (waiting === null || account === null) return Outcome.refuse(REFUSALS.linkRefused);
    visit.outgoing.accounts.add(waiting.value);
    const problem = passwordProblem(password, account);
    if (problem !== null) return Outcome.refuse(problem);
    const asked = signIn.auth().api.resetPassword({ body: { token, newPassword: password }, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    if (!answer.ok) return Outcome.refuse(REFUSALS.linkRefused);
    await removePending(signIn.database, waiting.value);
    // The link came by that e-mail.
    await updateEmailVerified(signIn.database, waiting.value);
    return Outcome.of(null);
  });
}

export async function verifyEmail(signIn: SignIn, visit: Visit, token: string): Promise<Outcome<null>> {
  return attempting(signIn.database, visit, [byPlace(LIMITS.linkFrom, visit)], async () => {
    const asked = signIn.auth().api.verifyEmail({ query: { token }, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    return answer.ok ? Outcome.of(null) : Outcome.refuse(REFUSALS.linkRefused);
  });
}
