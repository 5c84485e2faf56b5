import type { AccountAnswer, AccountSessionAnswer } from '@entente/contract/sign-in';
import { invariant, Outcome } from '@entente/core/kernel';
import type { Identity } from '../platform/identity.ts';
import { findAccount, findTotp, removePending } from './accounts.store.ts';
import { attempting, byAccount, LIMITS } from './attempts.commands.ts';
import { libraryAnswer } from './library-answer.ts';
import { passwordProblem } from './passwords.ts';
import { REFUSALS } from './refusals.ts';
import type { SignIn } from './sign-in.ts';
import { findSessions, removeOtherSessions, removeSession } from './sessions.store.ts';
import { libraryHeaders, type Visit } from './visit.ts';

export type AccountIdentity = Extract<Identity, { kind: 'account' }>;

/** The person at a screen whose account this is about; a key is nobody here. */
export async function signedInAccount(visit: Visit): Promise<Outcome<AccountIdentity>> {
  const identity = await visit.identity();
  return identity.kind === 'account' ? Outcome.of(identity) : Outcome.refuse(REFUSALS.signInRequired);
}

/** How many recovery codes are left, or null where no codes are asked for. */
async function recoveryCodesLeft(
  signIn: SignIn,
  accountId: string,
): Promise<{ readonly recoveryCodesLeft: number } | null> {
  if ((await findTotp(signIn.database, accountId))?.isOn !== true) return null;
  const { backupCodes } = await signIn.auth().api.viewBackupCodes({ body: { userId: accountId } });
  return { recoveryCodesLeft: backupCodes.length };
}

export async function readAccount(signIn: SignIn, visit: Visit): Promise<Outcome<AccountAnswer>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const { accountId: id, name, email, emailVerified } = account.value;
  const stored = await findAccount(signIn.database, id);
  invariant(stored, 'a session has an account');
  return Outcome.of({
    id,
    name,
    email,
    emailVerified,
    createdAt: stored.createdAt.toISOString(),
    secondFactor: await recoveryCodesLeft(signIn, id),
  });
}

/** The link goes out after the answer. An e-mail that was shown to arrive gets none. */
export async function sendVerification(signIn: SignIn, visit: Visit): Promise<Outcome<null>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const { accountId, email, emailVerified } = account.value;
  const counted = [{ limit: LIMITS.verification, whose: accountId, forgiven: 'never' }] as const;
  return attempting(signIn.database, visit, counted, () => {
    if (!emailVerified) sendVerificationLater(signIn, visit, email);
    return Promise.resolve(Outcome.of(null));
  });
}

export function sendVerificationLater(signIn: SignIn, visit: Visit, email: string): void {
  signIn.afterwards(() => signIn.writing(visit, () => signIn.auth().api.sendVerificationEmail({ body: { email } })));
}

/** The session gets a new id; every other one of the account ends, and so does what waits for a code or a link. */
export async function changePassword(
  signIn: SignIn,
  visit: Visit,
  { present, password }: { readonly present: string; readonly password: string },
): Promise<Outcome<null>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const { accountId } = account.value;
  const problem = passwordProblem(password, account.value);
  if (problem !== null) return Outcome.refuse(problem);
  return attempting(signIn.database, visit, [byAccount(LIMITS.password, accountId)], async () => {
    const asked = signIn.auth().api.changePassword({
      body: { currentPassword: present, newPassword: password, revokeOtherSessions: true },
      headers: libraryHeaders(visit, [signIn.cookies.session]),
      returnHeaders: true,
    });
    const answer = await libraryAnswer(visit, asked);
    if (!answer.ok) return Outcome.refuse({ ...REFUSALS.passwordWrong, pointer: '/present' });
    await removePending(signIn.database, accountId);
    return Outcome.of(null);
  });
}

export async function listSessions(
  signIn: SignIn,
  visit: Visit,
): Promise<Outcome<{ readonly items: readonly AccountSessionAnswer[] }>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const { accountId, sessionId } = account.value;
  const rows = await findSessions(signIn.database, accountId);
  const items = rows.map(({ id, browser, address, onlyWorkspace, firstSeen, lastSeen, expiresAt }) => ({
    id,
    current: id === sessionId,
    browser,
    address,
    onlyWorkspace,
    firstSeen: firstSeen.toISOString(),
    lastSeen: lastSeen.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
  return Outcome.of({ items });
}

export async function endOneSession(signIn: SignIn, visit: Visit, id: string): Promise<Outcome<null>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const ended = await removeSession(signIn.database, account.value.accountId, id);
  return ended ? Outcome.of(null) : Outcome.refuse(REFUSALS.sessionNotFound);
}

export async function endOtherSessions(signIn: SignIn, visit: Visit): Promise<Outcome<null>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  await removeOtherSessions(signIn.database, account.value.accountId, account.value.sessionId);
  return Outcome.of(null);
}
