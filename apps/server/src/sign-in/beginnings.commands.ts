import { randomBytes } from 'node:crypto';
import type { SessionAnswer } from '@entente/contract/sign-in';
import { Outcome } from '@entente/core/kernel';
import type { Databases } from '../platform/database.ts';
import { sendVerificationLater } from './account.commands.ts';
import {
  hasAccounts,
  removeSetUpLink,
  replaceSetUpLink,
  takeSetUpLink,
  updateEmailVerified,
} from './accounts.store.ts';
import { attempting, byPlace, LIMITS } from './attempts.commands.ts';
import { libraryAnswer } from './library-answer.ts';
import { passwordProblem } from './passwords.ts';
import { REFUSALS } from './refusals.ts';
import { endSessionBefore, sessionAnswer, signedInPerson } from './session.commands.ts';
import { removeEndedSessions } from './sessions.store.ts';
import { digestOf, type SignIn } from './sign-in.ts';
import { libraryHeaders, type Visit } from './visit.ts';

/** 256 random bits, as a link carries them. */
const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether anybody has an account. */
export const hasAccountsIn = ({ auth }: Pick<Databases, 'auth'>): Promise<boolean> => hasAccounts(auth);

/**
 * What a start does for signing in: clears away what has ended and, while there is no account, makes a new set-up link in
 * the place of the one before.
 * @returns the token of the link; null where there are accounts, or nobody is asked for one
 */
export async function prepareSignIn(signIn: Pick<SignIn, 'database' | 'isDemo'>): Promise<string | null> {
  const { database, isDemo } = signIn;
  await removeEndedSessions(database);
  if (isDemo || (await hasAccounts(database))) {
    await removeSetUpLink(database);
    return null;
  }
  const token = newToken();
  await replaceSetUpLink(database, digestOf(token));
  return token;
}

type NewAccount = { readonly name: string; readonly email: string; readonly password: string };

/** Makes an account and signs it in. */
async function createAccount(signIn: SignIn, visit: Visit, account: NewAccount): Promise<Outcome<SessionAnswer>> {
  const asked = signIn.auth().api.signUpEmail({
    body: { ...account, email: account.email.toLowerCase() },
    headers: libraryHeaders(visit, []),
    returnHeaders: true,
  });
  const answer = await libraryAnswer(visit, asked);
  if (!answer.ok) {
    if (answer.code.startsWith('USER_ALREADY_EXISTS')) return Outcome.refuse(REFUSALS.emailTaken);
    throw new Error(`The library made no account (${answer.status} ${answer.code})`);
  }
  await endSessionBefore(signIn, visit);
  return Outcome.of(sessionAnswer(signIn, 'signed-in', signedInPerson(answer.value.user)));
}

/** Makes the first account, once. */
export async function setUp(
  signIn: SignIn,
  visit: Visit,
  {
    token,
    takeOver = false,
    ...account
  }: NewAccount & { readonly token: string; readonly takeOver?: boolean | undefined },
): Promise<Outcome<SessionAnswer>> {
  return attempting(signIn.database, visit, [byPlace(LIMITS.linkFrom, visit)], async () => {
    const problem = passwordProblem(account.password, account);
    if (problem !== null) return Outcome.refuse(problem);
    const digest = digestOf(token);
    if (!(await takeSetUpLink(signIn.database, digest))) return Outcome.refuse(REFUSALS.linkRefused);
    try {
      const made = await createAccount(signIn, visit, account);
      if (!made.ok || made.value.account === null) return made;
      sendVerificationLater(signIn, visit, account.email.toLowerCase());
      const { id: accountId, name, email } = made.value.account;
      if (takeOver) await signIn.takeOver({ accountId, name, email });
      return made;
    } catch (error) {
      // A fault must not lock the owner out until the next start.
      await replaceSetUpLink(signIn.database, digest);
      throw error;
    }
  });
}

/** Makes an account for whoever was invited. What the invitation is to, is accepted afterwards, by the account. */
export async function signUp(
  signIn: SignIn,
  visit: Visit,
  { token, name, password }: { readonly token: string; readonly name: string; readonly password: string },
): Promise<Outcome<SessionAnswer>> {
  return attempting(signIn.database, visit, [byPlace(LIMITS.linkFrom, visit)], async () => {
    const invitation = await signIn.invitationOf(token);
    if (invitation === null) return Outcome.refuse(REFUSALS.linkRefused);
    const { email } = invitation;
    const problem = passwordProblem(password, { email, name });
    if (problem !== null) return Outcome.refuse(problem);
    const made = await createAccount(signIn, visit, { name, email, password });
    if (!made.ok || made.value.account === null) return made;
    if (!invitation.isProofOfEmail) {
      sendVerificationLater(signIn, visit, email.toLowerCase());
      return made;
    }
    await updateEmailVerified(signIn.database, made.value.account.id);
    return Outcome.of({ ...made.value, account: { ...made.value.account, emailVerified: true } });
  });
}
