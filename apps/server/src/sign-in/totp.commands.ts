import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import { invariant, Outcome } from '@entente/core/kernel';
import { type AccountIdentity, signedInAccount } from './account.commands.ts';
import { findTotp, removeTotpStep, takeTotpStep } from './accounts.store.ts';
import { attempting, byAccount, LIMITS } from './attempts.commands.ts';
import { valueSet } from './cookies.ts';
import { libraryAnswer, type LibraryAnswer } from './library-answer.ts';
import { REFUSALS } from './refusals.ts';
import { removeOtherSessions } from './sessions.store.ts';
import type { SignIn } from './sign-in.ts';
import { libraryHeaders, type Visit } from './visit.ts';

const STEP_MS = 30_000;

/**
 * Uses a code up before the library judges it, since the library takes one code any number of times while it holds: the
 * step of the clock that the code belongs to is remembered, and no code of it or of an earlier one counts again.
 */
export async function takeCode(signIn: SignIn, accountId: string, typed: string): Promise<'fresh' | 'used' | 'wrong'> {
  const code = typed.replace(/\s/g, '');
  const stored = await findTotp(signIn.database, accountId);
  if (stored === null) return 'wrong';
  const { secretConfig } = await signIn.auth().$context;
  const otp = createOTP(await symmetricDecrypt({ key: secretConfig, data: stored.secret }));
  const now = Math.floor(Date.now() / STEP_MS);
  // The latest first: of two steps with one code, it is the later that is used up.
  for (const step of [now + 1, now, now - 1]) {
    if ((await otp.hotp(step)) !== code) continue;
    return (await takeTotpStep(signIn.database, accountId, step)) ? 'fresh' : 'used';
  }
  return 'wrong';
}

type TotpSecret = { readonly secret: string; readonly uri: string };
type RecoveryCodes = { readonly recoveryCodes: readonly string[] };

/** The library's refusals of what asks for the password again. */
function refusalOf({ code }: Extract<LibraryAnswer<unknown>, { ok: false }>): Outcome<never> {
  switch (code) {
    case 'INVALID_PASSWORD':
      return Outcome.refuse(REFUSALS.passwordWrong);
    case 'TOTP_ALREADY_ENABLED':
      return Outcome.refuse(REFUSALS.totpOn);
    case 'TWO_FACTOR_NOT_ENABLED':
      return Outcome.refuse(REFUSALS.totpOff);
    default:
      return Outcome.refuse(REFUSALS.signInRequired);
  }
}

/** What asks for the password again: who is signed in, how often it may be tried, and headers for the library. */
async function confirmed<T>(
  signIn: SignIn,
  visit: Visit,
  run: (account: AccountIdentity, headers: Headers) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const { accountId } = account.value;
  return attempting(signIn.database, visit, [byAccount(LIMITS.password, accountId)], () =>
    run(account.value, libraryHeaders(visit, [signIn.cookies.session])),
  );
}

export async function beginTotp(signIn: SignIn, visit: Visit, password: string): Promise<Outcome<TotpSecret>> {
  return confirmed(signIn, visit, async (account, headers) => {
    const asked = signIn.auth().api.enableTwoFactor({ body: { password }, headers, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    if (!answer.ok) return refusalOf(answer);
    invariant(answer.value.method === 'totp', 'codes are asked of an authenticator');
    const uri = answer.value.totpURI;
    await removeTotpStep(signIn.database, account.accountId);
    return Outcome.of({ uri, secret: new URL(uri).searchParams.get('secret') ?? '' });
  });
}

/** Switches codes on. The session gets a new id, and every other session of the account ends: none of them gave a code. */
export async function confirmTotp(signIn: SignIn, visit: Visit, typed: string): Promise<Outcome<RecoveryCodes>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const { accountId } = account.value;
  return attempting(signIn.database, visit, [byAccount(LIMITS.code, accountId)], async () => {
    const stored = await findTotp(signIn.database, accountId);
    if (stored === null) return Outcome.refuse(REFUSALS.totpNotBegun);
    if (stored.isOn) return Outcome.refuse(REFUSALS.totpOn);
    if ((await takeCode(signIn, accountId, typed)) !== 'fresh') return Outcome.refuse(REFUSALS.codeRefused);
    const { api } = signIn.auth();
    const headers = libraryHeaders(visit, [signIn.cookies.session]);
    const body = { code: typed.replace(/\s/g, '') };
    const answer = await libraryAnswer(visit, api.verifyTOTP({ body, headers, returnHeaders: true }));
    if (!answer.ok) return Outcome.refuse(REFUSALS.codeRefused);
    const token = valueSet(answer.setCookies, signIn.cookies.session, signIn.secret());
    await removeOtherSessions(signIn.database, accountId, token ?? '');
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: accountId } });
    return Outcome.of({ recoveryCodes: backupCodes });
  });
}

export async function endTotp(signIn: SignIn, visit: Visit, password: string): Promise<Outcome<null>> {
  return confirmed(signIn, visit, async ({ accountId }, headers) => {
    if ((await findTotp(signIn.database, accountId))?.isOn !== true) return Outcome.refuse(REFUSALS.totpOff);
    const asked = signIn.auth().api.disableTwoFactor({ body: { password }, headers, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    return answer.ok ? Outcome.of(null) : refusalOf(answer);
  });
}

export async function renewRecoveryCodes(
  signIn: SignIn,
  visit: Visit,
  password: string,
): Promise<Outcome<RecoveryCodes>> {
  return confirmed(signIn, visit, async (_account, headers) => {
    const asked = signIn.auth().api.generateBackupCodes({ body: { password }, headers, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    return answer.ok ? Outcome.of({ recoveryCodes: answer.value.backupCodes }) : refusalOf(answer);
  });
}
