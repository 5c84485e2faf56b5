import type { CredentialOptions, PasskeyAnswer, SessionAnswer } from '@entente/contract/sign-in';
import { Outcome } from '@entente/core/kernel';
import { type AccountIdentity, signedInAccount } from './account.commands.ts';
import { countPasskeys } from './accounts.store.ts';
import { attempting, byAccount, byPlace, LIMITS } from './attempts.commands.ts';
import type { SignInLibrary } from './library.ts';
import { libraryAnswer } from './library-answer.ts';
import { REFUSALS } from './refusals.ts';
import { endSessionBefore, sessionAnswer, signedInPerson } from './session.commands.ts';
import type { SignIn } from './sign-in.ts';
import { libraryHeaders, type Visit } from './visit.ts';

const MOST_PASSKEYS = 20;

/** As `PublicKeyCredential.toJSON()` gives it; what is inside is judged by the library. */
type Credential = { readonly id: string; readonly [member: string]: unknown };

type Assertion = NonNullable<Parameters<SignInLibrary['api']['verifyPasskeyAuthentication']>[0]>['body']['response'];

type StoredPasskey = {
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly createdAt?: Date | null | undefined;
  readonly backedUp: boolean;
};

const passkeyAnswer = ({ id, name, createdAt, backedUp }: StoredPasskey): PasskeyAnswer => ({
  id,
  name: name ?? '',
  createdAt: (createdAt ?? new Date(0)).toISOString(),
  synced: backedUp,
});

/** The device must ask who holds it; the library only prefers that. */
const asking = (options: object): CredentialOptions => ({ publicKey: { ...options, userVerification: 'required' } });

export async function beginPasskeySignIn(signIn: SignIn, visit: Visit): Promise<Outcome<CredentialOptions>> {
  const counted = [{ ...byPlace(LIMITS.passkeyFrom, visit), forgiven: 'never' }] as const;
  return attempting(signIn.database, visit, counted, async () => {
    const { api } = signIn.auth();
    // Without cookies: no account's passkeys are told to a browser before it has shown one.
    const asked = api.generatePasskeyAuthenticationOptions({ headers: libraryHeaders(visit, []), returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    return answer.ok ? Outcome.of(asking(answer.value)) : Outcome.refuse(REFUSALS.passkeyRefused);
  });
}

/** A passkey is two factors: the device, and what the device asked for. No code is asked besides. */
export async function signInWithPasskey(
  signIn: SignIn,
  visit: Visit,
  credential: Credential,
): Promise<Outcome<SessionAnswer>> {
  return attempting(signIn.database, visit, [byPlace(LIMITS.passkeyFrom, visit)], async () => {
    const asked = signIn.auth().api.verifyPasskeyAuthentication({
      body: { response: credential as unknown as Assertion },
      headers: libraryHeaders(visit, [signIn.cookies.challenge]),
      returnHeaders: true,
    });
    const answer = await libraryAnswer(visit, asked);
    if (!answer.ok) return Outcome.refuse(REFUSALS.passkeyRefused);
    await endSessionBefore(signIn, visit);
    return Outcome.of(sessionAnswer(signIn, 'signed-in', signedInPerson(answer.value.user)));
  });
}

/** Runs what takes the password of whoever is signed in. */
async function confirmed<T>(
  signIn: SignIn,
  visit: Visit,
  password: string,
  run: (account: AccountIdentity, headers: Headers) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const headers = libraryHeaders(visit, [signIn.cookies.session]);
  return attempting(signIn.database, visit, [byAccount(LIMITS.password, account.value.accountId)], async () => {
    const asked = signIn.auth().api.verifyPassword({ body: { password }, headers, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    return answer.ok ? run(account.value, headers) : Outcome.refuse(REFUSALS.passwordWrong);
  });
}

const isFull = async (signIn: SignIn, accountId: string): Promise<boolean> =>
  (await countPasskeys(signIn.database, accountId)) >= MOST_PASSKEYS;

export async function beginPasskey(
  signIn: SignIn,
  visit: Visit,
  password: string,
): Promise<Outcome<CredentialOptions>> {
  return confirmed(signIn, visit, password, async ({ accountId }, headers) => {
    if (await isFull(signIn, accountId)) return Outcome.refuse(REFUSALS.passkeysFull);
    const asked = signIn.auth().api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    return answer.ok ? Outcome.of({ publicKey: { ...answer.value } }) : Outcome.refuse(REFUSALS.signInRequired);
  });
}

export async function createPasskey(
  signIn: SignIn,
  visit: Visit,
  { name, credential }: { readonly name: string; readonly credential: Credential },
): Promise<Outcome<PasskeyAnswer>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  if (await isFull(signIn, account.value.accountId)) return Outcome.refuse(REFUSALS.passkeysFull);
  const asked = signIn.auth().api.verifyPasskeyRegistration({
    body: { response: credential, name },
    headers: libraryHeaders(visit, [signIn.cookies.session, signIn.cookies.challenge]),
    returnHeaders: true,
  });
  const answer = await libraryAnswer(visit, asked);
  return answer.ok ? Outcome.of(passkeyAnswer(answer.value)) : Outcome.refuse(REFUSALS.passkeyRefused);
}

export async function listPasskeys(
  signIn: SignIn,
  visit: Visit,
): Promise<Outcome<{ readonly items: readonly PasskeyAnswer[] }>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const headers = libraryHeaders(visit, [signIn.cookies.session]);
  const answer = await libraryAnswer(visit, signIn.auth().api.listPasskeys({ headers, returnHeaders: true }));
  return answer.ok ? Outcome.of({ items: answer.value.map(passkeyAnswer) }) : Outcome.refuse(REFUSALS.signInRequired);
}

export async function renamePasskey(
  signIn: SignIn,
  visit: Visit,
  id: string,
  name: string,
): Promise<Outcome<PasskeyAnswer>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const headers = libraryHeaders(visit, [signIn.cookies.session]);
  const asked = signIn.auth().api.updatePasskey({ body: { id, name }, headers, returnHeaders: true });
  const answer = await libraryAnswer(visit, asked);
  return answer.ok ? Outcome.of(passkeyAnswer(answer.value.passkey)) : Outcome.refuse(REFUSALS.passkeyNotFound);
}

export async function removePasskey(
  signIn: SignIn,
  visit: Visit,
  id: string,
  password: string,
): Promise<Outcome<null>> {
  return confirmed(signIn, visit, password, async (_account, headers) => {
    const asked = signIn.auth().api.deletePasskey({ body: { id }, headers, returnHeaders: true });
    const answer = await libraryAnswer(visit, asked);
    return answer.ok ? Outcome.of(null) : Outcome.refuse(REFUSALS.passkeyNotFound);
  });
}
