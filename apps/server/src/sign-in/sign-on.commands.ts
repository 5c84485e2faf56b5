import { timingSafeEqual } from 'node:crypto';
import type { SessionAnswer, SignOnProviderAnswer } from '@entente/contract/sign-in';
import { invariant, Outcome } from '@entente/core/kernel';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration as Client,
  customFetch,
  type CustomFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { signedInAccount } from './account.commands.ts';
import { attempting, byPlace, LIMITS } from './attempts.commands.ts';
import { cookieOf, signedCookie } from './cookies.ts';
import { SESSION_DAYS } from './library.ts';
import { REFUSALS } from './refusals.ts';
import { endSessionBefore, sessionAnswer, signedInPerson } from './session.commands.ts';
import { digestOf, type SignIn } from './sign-in.ts';
import {
  findBearer,
  findProvider,
  findProviders,
  insertAttemptToSignOn,
  insertBearer,
  insertProvider,
  removeProvider,
  type SignOnProvider,
  takeAttemptToSignOn,
} from './sign-on.store.ts';
import { libraryHeaders, type Visit } from './visit.ts';

const MOST_PROVIDERS = 10;
const ATTEMPT_SECONDS = 10 * 60;
const MONTH_SECONDS = SESSION_DAYS * 24 * 60 * 60;
/** The page to which providers send browsers back. */
const PAGE = 'sign-on';

const providerAnswer = (
  visit: Visit,
  { id, name, issuer, clientId, createdAt }: SignOnProvider,
): SignOnProviderAnswer => ({
  id,
  name,
  issuer,
  clientId,
  createdAt: createdAt.toISOString(),
  redirectUri: `${visit.origin}/${PAGE}`,
  link: `${visit.origin}/sign-in?provider=${id}`,
});

/** Through the one client that calls addresses which users gave. */
function fetchThrough(signIn: SignIn): CustomFetch {
  return (url, { method, headers, body }) => {
    if (!(body instanceof URLSearchParams)) return signIn.outbound(url, { method, headers });
    // Named as a browser's fetch would name it.
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    return signIn.outbound(url, { method, headers: form, body: body.toString() });
  };
}

/** What a provider tells of itself, read anew each time; null when it cannot be reached or is not what it should be. */
async function clientOf(
  signIn: SignIn,
  { issuer, clientId }: Pick<SignOnProvider, 'issuer' | 'clientId'>,
  secret: string,
): Promise<Client | null> {
  const insecure = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  try {
    return await discovery(new URL(issuer), clientId, secret, undefined, {
      // Signatures are checked although the token comes straight from the provider, which the standard lets clients trust.
      execute: [enableNonRepudiationChecks, ...insecure],
      [customFetch]: fetchThrough(signIn),
    });
  } catch {
    return null;
  }
}

async function knownClient(signIn: SignIn, provider: SignOnProvider): Promise<Client | null> {
  const { secretConfig } = await signIn.auth().$context;
  return clientOf(signIn, provider, await symmetricDecrypt({ key: secretConfig, data: provider.clientSecret }));
}

export async function listProviders(
  signIn: SignIn,
  visit: Visit,
  workspaceId: string,
): Promise<Outcome<{ readonly items: readonly SignOnProviderAnswer[] }>> {
  const rows = await findProviders(signIn.database, workspaceId);
  return Outcome.of({ items: rows.map((row) => providerAnswer(visit, row)) });
}

export async function createProvider(
  signIn: SignIn,
  visit: Visit,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  given: { readonly name: string; readonly issuer: string; readonly clientId: string; readonly clientSecret: string },
): Promise<Outcome<SignOnProviderAnswer>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  if ((await findProviders(signIn.database, workspaceId)).length >= MOST_PROVIDERS) {
    return Outcome.refuse(REFUSALS.providersFull);
  }
  if ((await clientOf(signIn, given, given.clientSecret)) === null) return Outcome.refuse(REFUSALS.providerUnreachable);
  const { secretConfig } = await signIn.auth().$context;
  const clientSecret = await symmetricEncrypt({ key: secretConfig, data: given.clientSecret });
  const row = await insertProvider(signIn.database, { ...given, workspaceId, clientSecret }, personId);
  invariant(row, 'an inserted provider is returned');
  return Outcome.of(providerAnswer(visit, row));
}

export async function endProvider(
  signIn: SignIn,
  { workspaceId, personId }: { readonly workspaceId: string; readonly personId: string },
  id: string,
): Promise<Outcome<null>> {
  const removed = await removeProvider(signIn.database, workspaceId, id, personId);
  return removed ? Outcome.of(null) : Outcome.refuse(REFUSALS.providerNotFound);
}

/** Sends a browser to a provider. The browser keeps the state in a cookie: whoever is sent back must be who was sent. */
export async function beginSignOn(
  signIn: SignIn,
  visit: Visit,
  providerId: string,
): Promise<Outcome<{ readonly url: string }>> {
  const counted = [{ ...byPlace(LIMITS.signOnFrom, visit), forgiven: 'never' }] as const;
  return attempting(signIn.database, visit, counted, async () => {
    const provider = await findProvider(signIn.database, providerId);
    if (provider === null) return Outcome.refuse(REFUSALS.signOnRefused);
    const client = await knownClient(signIn, provider);
    if (client === null) return Outcome.refuse(REFUSALS.providerUnreachable);
    const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const redirectUri = `${visit.origin}/${PAGE}`;
    await insertAttemptToSignOn(signIn.database, digestOf(state), { providerId, nonce, codeVerifier, redirectUri });
    const url = buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    visit.outgoing.cookies.push(cookieOf(signIn.cookies.signOn, state, ATTEMPT_SECONDS, signIn.isSecure));
    return Outcome.of({ url: url.href });
  });
}

type Claims = { readonly issuer: string; readonly subject: string; readonly email: string; readonly name: string };

/** What the provider says of whoever was sent back, verified; null when anything about it does not hold. */
async function claimsOf(
  client: Client,
  query: string,
  state: string,
  attempt: { readonly nonce: string; readonly codeVerifier: string; readonly redirectUri: string },
): Promise<Claims | null> {
  try {
    const tokens = await authorizationCodeGrant(client, new URL(`${attempt.redirectUri}?${query}`), {
      pkceCodeVerifier: attempt.codeVerifier,
      expectedNonce: attempt.nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) return null;
    const email = typeof claims['email'] === 'string' && claims['email_verified'] !== false ? claims['email'] : '';
    const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'] : email;
    return { issuer: claims.iss, subject: claims.sub, email: email.toLowerCase(), name: name.slice(0, 200) };
  } catch {
    return null;
  }
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(digestOf(one), digestOf(other));

/** The attempt that this browser began, taken away: whatever comes of it, it is over. */
async function ownAttempt(signIn: SignIn, visit: Visit, state: string) {
  const kept = visit.cookies.get(signIn.cookies.signOn) ?? '';
  visit.outgoing.cookies.push(cookieOf(signIn.cookies.signOn, '', 0, signIn.isSecure));
  return state !== '' && isSame(kept, state) ? takeAttemptToSignOn(signIn.database, digestOf(state)) : null;
}

/** Who comes by a provider for the first time shows an invitation to its workspace, for the e-mail that it tells. */
async function isInvited(signIn: SignIn, provider: SignOnProvider, claims: Claims, token: string): Promise<boolean> {
  const invitation = await signIn.invitationOf(token);
  return (
    invitation !== null &&
    invitation.workspaceId === provider.workspaceId &&
    invitation.email.toLowerCase() === claims.email
  );
}

async function sessionOf(signIn: SignIn, visit: Visit, accountId: string): Promise<Outcome<SessionAnswer>> {
  const { internalAdapter } = await signIn.auth().$context;
  const userAgent = libraryHeaders(visit, []).get('user-agent') ?? '';
  const { token } = await internalAdapter.createSession(accountId, false, { ipAddress: visit.address, userAgent });
  const { session } = signIn.cookies;
  await endSessionBefore(signIn, visit);
  visit.outgoing.cookies.push(cookieOf(session, signedCookie(token, signIn.secret()), MONTH_SECONDS, signIn.isSecure));
  const headers = { cookie: `${session}=${signedCookie(token, signIn.secret())}` };
  const identity = await signIn.identify({ headers });
  invariant(identity.kind === 'account', 'a session that was made is found');
  return Outcome.of(sessionAnswer(signIn, 'signed-in', signedInPerson({ ...identity, id: identity.accountId })));
}

export async function completeSignOn(
  signIn: SignIn,
  visit: Visit,
  { query, invitation }: { readonly query: string; readonly invitation?: string | undefined },
): Promise<Outcome<SessionAnswer>> {
  return attempting(signIn.database, visit, [byPlace(LIMITS.signOnFrom, visit)], async () => {
    const state = new URLSearchParams(query).get('state') ?? '';
    const attempt = await ownAttempt(signIn, visit, state);
    const provider = attempt === null ? null : await findProvider(signIn.database, attempt.providerId);
    if (attempt === null || provider === null) return Outcome.refuse(REFUSALS.signOnRefused);
    const client = await knownClient(signIn, provider);
    if (client === null) return Outcome.refuse(REFUSALS.providerUnreachable);
    const claims = await claimsOf(client, query, state, attempt);
    if (claims === null) return Outcome.refuse(REFUSALS.signOnRefused);
    const bearer = { providerId: provider.id, issuer: claims.issuer, subject: claims.subject };
    const known = await findBearer(signIn.database, bearer);
    if (known !== null) return sessionOf(signIn, visit, known);
    if (!(await isInvited(signIn, provider, claims, invitation ?? ''))) {
      return Outcome.refuse(REFUSALS.signOnUninvited);
    }
    await insertBearer(signIn.database, bearer, claims);
    const made = await findBearer(signIn.database, bearer);
    invariant(made, 'an account that was made is found');
    return sessionOf(signIn, visit, made);
  });
}
