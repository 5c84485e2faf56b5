import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import {
  allowInsecureRequests,
  ClientError,
  type Configuration as Client,
  customFetch,
  type CustomFetch,
  discovery,
  enableNonRepudiationChecks,
  genericGrantRequest,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { SignIn } from './sign-in.ts';
import type { SignOnProvider } from './sign-on.store.ts';

/** The page to which providers send browsers back. */
export const SIGN_ON_PAGE = 'sign-on';

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
export async function clientOf(
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

export async function enciphered(signIn: SignIn, secret: string): Promise<string> {
  const { secretConfig } = await signIn.auth().$context;
  return symmetricEncrypt({ key: secretConfig, data: secret });
}

export async function knownClient(signIn: SignIn, provider: SignOnProvider): Promise<Client | null> {
  const { secretConfig } = await signIn.auth().$context;
  return clientOf(signIn, provider, await symmetricDecrypt({ key: secretConfig, data: provider.clientSecret }));
}

/**
 * Whether the provider takes our id and secret. It is shown a code that it never gave: who we are is judged before the code
 * (RFC 6749, 5.2), so that `invalid_grant` speaks for the secret and `invalid_client` against it.
 */
export async function clientJudged(client: Client, redirectUri: string): Promise<'accepted' | 'refused' | 'unknown'> {
  const code = { code: 'none', redirect_uri: redirectUri, code_verifier: 'none'.repeat(11) };
  try {
    await genericGrantRequest(client, 'authorization_code', code);
    return 'unknown';
  } catch (error) {
    if (error instanceof ResponseBodyError) {
      if (error.error === 'invalid_grant') return 'accepted';
      return error.error === 'invalid_client' ? 'refused' : 'unknown';
    }
    if (error instanceof WWWAuthenticateChallengeError) return 'refused';
    if (error instanceof ClientError) return 'unknown';
    throw error;
  }
}
