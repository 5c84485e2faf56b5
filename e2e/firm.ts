import type { ServedProduct } from './served-product.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Json = Readonly<Record<string, unknown>>;

/** Somebody who uses the API with the session of an account, as a script of theirs would. */
export type ApiUser = {
  readonly ask: (method: Method, path: string, body?: unknown) => Promise<Json>;
};

async function send(address: string, cookie: string, method: Method, path: string, body?: unknown): Promise<Response> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      ...(cookie === '' ? {} : { cookie }),
      ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** Begins a session at `path`, e.g. `/session` or `/set-up`. */
export async function signedIn(address: string, path: string, body: unknown): Promise<ApiUser> {
  const begun = await send(address, '', 'POST', path, body);
  const cookie = begun.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .filter((each) => !each.endsWith('='))
    .join('; ');
  return {
    ask: async (method, asked, given) => {
      const text = await (await send(address, cookie, method, asked, given)).text();
      return text === '' ? {} : (JSON.parse(text) as Json);
    },
  };
}

/** The account that the link of a new installation makes. */
export const firstAccount = (
  { said, address }: ServedProduct,
  account: { readonly name: string; readonly email: string; readonly password: string },
): Promise<ApiUser> => signedIn(address, '/set-up', { token: /\/set-up#(\S+)/.exec(said())?.[1] ?? '', ...account });

const RECORDS: readonly [string, object][] = [
  ['organisations', { name: 'Kita Metals', slug: 'kita' }],
  ['organisations', { name: 'Minami Drives', slug: 'minami' }],
  ['organisations', { name: 'Higashi Gears', slug: 'higashi', kind: 'venture', country: 'TW' }],
  ['alliances', { name: 'Gears alliance', slug: 'gears', form: 'joint-venture', venture: 'higashi', start: '1994' }],
  ['memberships', { alliance: 'gears', organisation: 'kita', role: 'licensor' }],
  ['stakes', { alliance: 'gears', holder: 'kita', share: '12.5', from: '1994' }],
  ['stakes', { alliance: 'gears', holder: 'minami', share: '7.25', from: '1995' }],
];

/** A firm that keeps an alliance with two partners, and shows it. */
export type Firm = {
  readonly ask: ApiUser['ask'];
  /** The link that makes somebody a guest of a partner. */
  readonly invite: (email: string, partner: string) => Promise<string>;
  /** Publishes the alliance, its members and stakes; the id of the room. */
  readonly publish: (title: string, partner: string) => Promise<string>;
  /** Asks a partner about the stakes; the id of the request. */
  readonly request: (room: string, partner: string) => Promise<string>;
};

export async function firmOf({ ask }: ApiUser, name: string): Promise<Firm> {
  const { slug } = await ask('POST', '/workspaces', { name });
  const home = `/workspaces/${String(slug)}`;
  for (const [collection, body] of RECORDS) await ask('POST', `${home}/${collection}`, body);
  const here: ApiUser['ask'] = (method, path, body) => ask(method, `${home}${path}`, body);
  const idOf = async (made: Promise<Json>): Promise<string> => String((await made)['id']);
  return {
    ask: here,
    invite: async (email, partner) => {
      const { token } = await here('POST', '/guest-invitations', { email, partner });
      return `/invitation#${String(token)}`;
    },
    publish: (title, partner) =>
      idOf(
        here('POST', '/publications', {
          alliance: 'gears',
          title,
          selection: [
            { kind: 'alliance', fields: ['name', 'form', 'venture', 'start'] },
            { kind: 'membership', fields: ['organisation', 'role'] },
            { kind: 'stake', fields: ['holder', 'share', 'from'] },
            { kind: 'organisation', fields: [] },
          ],
          to: [{ partner }],
          until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
        }),
      ),
    request: (room, partner) =>
      idOf(here('POST', `/publications/${room}/requests`, { kind: 'venture-stakes', partner })),
  };
}
