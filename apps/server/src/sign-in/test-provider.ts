import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import Provider from 'oidc-provider';

export type TestProvider = {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** Goes where a browser is sent, as somebody, and says with which query it is sent back. */
  readonly passThrough: (url: string, as: string) => Promise<string>;
  /** From then on it publishes other keys than it signs with, under the same names. */
  readonly publishOtherKeys: () => Promise<void>;
};

/** What a browser does with a page of the provider: follows, keeps cookies, sends the form that it is shown. */
async function walk(start: string, back: string, as: string): Promise<string> {
  const cookies = new Map<string, string>();
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  let url = start;
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith(back)) return new URL(url).search.slice(1);
    const answer = await visit(url);
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (prompt === undefined || action === undefined) throw new Error(`A page without a form: ${page}`);
    const sent = await visit(new URL(action, url).href, { prompt, login: as, password: 'any' });
    url = new URL(sent.headers.get('location') ?? '', url).href;
  }
  throw new Error('The provider sends nobody back');
}

/** A real OpenID provider on this machine, where whoever says so is whom they say. */
export async function testProvider(redirectUri: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'entente', clientSecret: 'a secret between the two' };
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id.split('#')[0]}@lioho.example`,
        email_verified: !id.includes('#unverified'),
        name: `Person ${id}`,
      }),
    }),
    cookies: { keys: ['a key of tests'] },
  });
  const answer = provider.callback();
  let published: string | null = null;
  server.on('request', (request, response) => {
    if (published === null || request.url !== '/jwks') return void answer(request, response);
    response.writeHead(200, { 'content-type': 'application/jwk-set+json' }).end(published);
  });
  const publishOtherKeys = async (): Promise<void> => {
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: JsonWebKey[] };
    const { n, e } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    published = JSON.stringify({ keys: keys.map((key) => (key.kty === 'RSA' ? { ...key, n, e } : key)) });
  };
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return { issuer, client, passThrough: (url, as) => walk(url, redirectUri, as), publishOtherKeys };
}
