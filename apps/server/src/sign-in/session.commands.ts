import type { SessionAnswer, SignedInPerson } from '@entente/contract/sign-in';
import { invariant, Outcome } from '@entente/core/kernel';
import { insertRefusedFactor } from './acts.store.ts';
import { hasAccounts } from './accounts.store.ts';
import { attempting, byAccount, byPlace, LIMITS } from './attempts.commands.ts';
import { type AccountIdentity, signedInAccount } from './account.commands.ts';
import { cookieOf, signedCookie, signedValue, valueSet } from './cookies.ts';
import { SESSION_DAYS } from './library.ts';
import { libraryAnswer } from './library-answer.ts';
import { recoveryCodeOf } from './recovery-codes.ts';
import { REFUSALS } from './refusals.ts';
import type { SignIn } from './sign-in.ts';
import { insertSessionWorkspace, removeSessionOfToken } from './sessions.store.ts';
import { takeCode } from './totp.commands.ts';
import { libraryHeaders, type Visit } from './visit.ts';

export const sessionAnswer = (
  signIn: SignIn,
  state: SessionAnswer['state'],
  account: SignedInPerson | null = null,
  { setUpOpen = false, onlyWorkspace = null }: Partial<Pick<SessionAnswer, 'setUpOpen' | 'onlyWorkspace'>> = {},
): SessionAnswer => ({ state, account, setUpOpen, onlyWorkspace, sendsMail: signIn.post.sends });

export const signedInPerson = ({ id, name, email, emailVerified }: SignedInPerson): SignedInPerson => ({
  id,
  name,
  email,
  emailVerified,
});

const answerFor = (signIn: SignIn, identity: AccountIdentity): SessionAnswer =>
  sessionAnswer(signIn, 'signed-in', signedInPerson({ ...identity, id: identity.accountId }), {
    onlyWorkspace: identity.onlyWorkspaceId ?? null,
  });

/** What a cookie of ours says, if we signed it. */
function valueOf(signIn: SignIn, { cookies }: Visit, which: 'session' | 'secondFactor'): string | null {
  const cookie = cookies.get(signIn.cookies[which]);
  return cookie === undefined ? null : signedValue(cookie, signIn.secret());
}

/** The account whose password was given and whose code is awaited, by the cookie that the password earned. */
async function pendingAccount(signIn: SignIn, visit: Visit): Promise<string | null> {
  const challenge = valueOf(signIn, visit, 'secondFactor');
  if (challenge === null) return null;
  const { internalAdapter } = await signIn.auth().$context;
  const found = await internalAdapter.findVerificationValue(challenge);
  return found === null || found.expiresAt < new Date() ? null : found.value;
}

export async function readSession(signIn: SignIn, visit: Visit): Promise<Outcome<SessionAnswer>> {
  const identity = await visit.identity();
  if (identity.kind === 'account') {
    return Outcome.of(answerFor(signIn, identity));
  }
  if ((await pendingAccount(signIn, visit)) !== null) return Outcome.of(sessionAnswer(signIn, 'second-factor'));
  if (signIn.isDemo) return Outcome.of(sessionAnswer(signIn, 'demo'));
  return Outcome.of(sessionAnswer(signIn, 'nobody', null, { setUpOpen: !(await hasAccounts(signIn.database)) }));
}

/** The session that the browser had before ends with the new one: none is ever taken over. */
export async function endSessionBefore(signIn: SignIn, visit: Visit): Promise<void> {
  const token = valueOf(signIn, visit, 'session');
  if (token !== null) await removeSessionOfToken(signIn.database, token);
}

export async function beginSession(
  signIn: SignIn,
  visit: Visit,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Outcome<SessionAnswer>> {
  const counted = [byPlace(LIMITS.signInFrom, visit), byAccount(LIMITS.signIn, email.toLowerCase())];
  return attempting(signIn.database, visit, counted, async () => {
    const asked = signIn.auth().api.signInEmail({
      body: { email: email.toLowerCase(), password },
      headers: libraryHeaders(visit, []),
      returnHeaders: true,
    });
    const answer = await libraryAnswer(visit, asked);
    if (!answer.ok) return Outcome.refuse(REFUSALS.signInRefused);
    await endSessionBefore(signIn, visit);
    return 'twoFactorRedirect' in answer.value
      ? Outcome.of(sessionAnswer(signIn, 'second-factor'))
      : Outcome.of(sessionAnswer(signIn, 'signed-in', signedInPerson(answer.value.user)));
  });
}

const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

/** A new session for an account, of one workspace alone where one is given; the one that the browser had before ends. */
export async function startSession(
  signIn: SignIn,
  visit: Visit,
  accountId: string,
  onlyWorkspace: string | null = null,
): Promise<Outcome<SessionAnswer>> {
  const { internalAdapter } = await signIn.auth().$context;
  const userAgent = libraryHeaders(visit, []).get('user-agent') ?? '';
  const { token } = await internalAdapter.createSession(accountId, false, { ipAddress: visit.address, userAgent });
  if (onlyWorkspace !== null) await insertSessionWorkspace(signIn.database, token, onlyWorkspace);
  await endSessionBefore(signIn, visit);
  const { session } = signIn.cookies;
  const cookie = signedCookie(token, signIn.secret());
  visit.outgoing.cookies.push(cookieOf(session, cookie, SESSION_SECONDS, signIn.isSecure));
  const identity = await signIn.identify({ headers: { cookie: `${session}=${cookie}` } });
  invariant(identity.kind === 'account', 'a session that was made is found');
  return Outcome.of(answerFor(signIn, identity));
}

/** Goes on in a session for one workspace alone. */
export async function narrowSession(
  signIn: SignIn,
  visit: Visit,
  workspaceId: string,
): Promise<Outcome<SessionAnswer>> {
  const account = await signedInAccount(visit);
  return account.ok ? startSession(signIn, visit, account.value.accountId, workspaceId) : account;
}

/** A session that takes the place of a limited one, for example after a new password, is limited like it. */
export async function keepLimit(signIn: SignIn, visit: Visit): Promise<void> {
  const token = valueSet(visit.outgoing.cookies, signIn.cookies.session, signIn.secret());
  const before = token === null ? null : await visit.identity();
  if (token === null || before?.kind !== 'account' || before.onlyWorkspaceId === undefined) return;
  await insertSessionWorkspace(signIn.database, token, before.onlyWorkspaceId);
}

/** Codes of the library's that mean that there is no sign-in to complete any more. */
const NOTHING_PENDING = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']);

/** Whoever gives a wrong code knew the password. */
async function refusedFactor(signIn: SignIn, accountId: string): Promise<Outcome<never>> {
  await insertRefusedFactor(signIn.database, accountId);
  return Outcome.refuse(REFUSALS.codeRefused);
}

export async function giveSecondFactor(
  signIn: SignIn,
  visit: Visit,
  { kind, code }: { readonly kind: 'totp' | 'recovery-code'; readonly code: string },
): Promise<Outcome<SessionAnswer>> {
  const accountId = await pendingAccount(signIn, visit);
  if (accountId === null) return Outcome.refuse(REFUSALS.signInExpired);
  visit.outgoing.accounts.add(accountId);
  return attempting(signIn.database, visit, [byAccount(LIMITS.code, accountId)], async () => {
    const taken = kind === 'totp' ? await takeCode(signIn, accountId, code) : 'fresh';
    if (taken === 'used') return refusedFactor(signIn, accountId);
    // Without the session that the browser may still have: the library would check the code of that one.
    const headers = libraryHeaders(visit, [signIn.cookies.secondFactor]);
    const { api } = signIn.auth();
    const answer = await libraryAnswer(
      visit,
      kind === 'totp'
        ? // What we found wrong is wrong to the library too, which counts it.
          api.verifyTOTP({
            body: { code: taken === 'fresh' ? code.replace(/\s/g, '') : '' },
            headers,
            returnHeaders: true,
          })
        : api.verifyBackupCode({ body: { code: recoveryCodeOf(code) }, headers, returnHeaders: true }),
    );
    if (!answer.ok) {
      return NOTHING_PENDING.has(answer.code)
        ? Outcome.refuse(REFUSALS.signInExpired)
        : refusedFactor(signIn, accountId);
    }
    await endSessionBefore(signIn, visit);
    return Outcome.of(sessionAnswer(signIn, 'signed-in', signedInPerson(answer.value.user)));
  });
}

/** Signs out here: the session is gone and the browser forgets its cookies. */
export async function endSession(signIn: SignIn, visit: Visit): Promise<Outcome<null>> {
  await endSessionBefore(signIn, visit);
  const challenge = valueOf(signIn, visit, 'secondFactor');
  if (challenge !== null) {
    const { internalAdapter } = await signIn.auth().$context;
    await internalAdapter.deleteVerificationByIdentifier(challenge);
  }
  for (const name of Object.values(signIn.cookies)) {
    visit.outgoing.cookies.push(cookieOf(name, '', 0, signIn.isSecure));
  }
  return Outcome.of(null);
}
