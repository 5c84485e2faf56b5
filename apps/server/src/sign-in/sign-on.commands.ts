import { timingSafeEqual } from 'node:crypto';
import type { SessionAnswer } from '@entente/contract/sign-in';
import { invariant, Outcome } from '@entente/core/kernel';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration as Client,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { attempting, byPlace, LIMITS } from './attempts.commands.ts';
import { cookieOf } from './cookies.ts';
import { REFUSALS } from './refusals.ts';
import { startSession } from './session.commands.ts';
import { digestOf, type SignIn } from './sign-in.ts';
import { knownClient, SIGN_ON_PAGE } from './sign-on-client.ts';
import {
  findBearer,
  findProvider,
  insertAttemptToSignOn,
  insertBearer,
  type SignOnProvider,
  takeAttemptToSignOn,
} from './sign-on.store.ts';
import type { Visit } from './visit.ts';

const ATTEMPT_SECONDS = 10 * 60;

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
    const redirectUri = `${visit.origin}/${SIGN_ON_PAGE}`;
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
    if (known !== null) return startSession(signIn, visit, known);
    if (!(await isInvited(signIn, provider, claims, invitation ?? ''))) {
      return Outcome.refuse(REFUSALS.signOnUninvited);
    }
    await insertBearer(signIn.database, bearer, claims);
    const made = await findBearer(signIn.database, bearer);
    invariant(made, 'an account that was made is found');
    return startSession(signIn, visit, made);
  });
}
