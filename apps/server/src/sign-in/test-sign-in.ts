import { createHmac } from 'node:crypto';
import { afterAll } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import type { Databases } from '../platform/database.ts';
import { createApp, type Room } from '../platform/http.ts';
import { type FreshDatabase, freshDatabase } from '../platform/test-database.ts';
import { membersRoom } from '../members/members.routes.ts';
import { takeOverWorkspaces } from '../members/take-over.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { sharingRoom } from '../sharing/sharing.routes.ts';
import { invitationPost } from './invitation-post.routes.ts';
import type { InvitationOf } from './invitation.ts';
import type { PasswordDesk } from './password-desk.ts';
import type { KeptLetter } from './post.ts';
import { type ChainActs, createSignIn, type SignIn } from './sign-in.ts';
import { signInRoom } from './sign-in.routes.ts';

const PORT = 15_502;
const SECRET = 'a secret of tests, long enough to be one';

export type Answer = {
  readonly status: number;
  readonly code: unknown;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly setCookies: readonly string[];
};

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A browser with cookies of its own. */
export type Browser = {
  readonly cookies: Map<string, string>;
  readonly ask: (
    method: Method,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
};

export type SignInServer = {
  readonly database: FreshDatabase;
  readonly signIn: SignIn;
  /** @param address where it stands */
  readonly browser: (address?: string) => Browser;
  readonly letters: () => readonly KeptLetter[];
};

export type SignInServerParts = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly invitationOf?: InvitationOf;
  readonly passwords?: PasswordDesk;
  readonly chainActs?: (databases: Databases) => ChainActs;
  readonly rooms?: readonly Room[];
};

/** Takes the cookies of an answer as a browser would: those with no time left are forgotten. */
function keepCookies(cookies: Map<string, string>, setCookies: readonly string[]): void {
  for (const cookie of setCookies) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/;\s*max-age=0\b/i.test(cookie)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** The sign-in and the register on a database of their own, for one test file. */
export async function signInServer(parts: SignInServerParts = {}): Promise<SignInServer> {
  const database = await freshDatabase();
  const read = configurationFrom({ PORT: String(PORT), ENTENTE_DEMO: '1', ...parts.environment });
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const configuration = read.value;
  const signIn = createSignIn({
    databases: database,
    configuration,
    secret: SECRET,
    report: (line) => process.stderr.write(`${line}\n`),
    ...(parts.invitationOf === undefined ? {} : { invitationOf: parts.invitationOf }),
    ...(parts.passwords === undefined ? {} : { passwords: parts.passwords }),
    takeOver: (account) => takeOverWorkspaces(database.app, account),
    ...(parts.chainActs === undefined ? {} : { chainActs: parts.chainActs(database) }),
  });
  const { identify } = signIn;
  const postInvitation = invitationPost(signIn, configuration);
  const app = await createApp({ databases: database, configuration, identify, postInvitation, logger: false }, [
    signInRoom(() => signIn),
    registerRoom,
    membersRoom,
    sharingRoom,
    ...(parts.rooms ?? []),
  ]);
  afterAll(async () => {
    await app.close();
    await database.remove();
  });
  const host = configuration.publicUrl === null ? `localhost:${PORT}` : new URL(configuration.publicUrl).host;

  const browser = (address = '127.0.0.1'): Browser => {
    const cookies = new Map<string, string>();
    return {
      cookies,
      ask: async (method, path, body, headers = {}) => {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const reply = await app.inject({
          method,
          remoteAddress: address,
          url: `/api/v1${path}`,
          headers: {
            host,
            'user-agent': 'Test browser',
            ...(cookie === '' ? {} : { cookie }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        });
        const told = reply.headers['set-cookie'];
        const setCookies = told === undefined ? [] : Array.isArray(told) ? told : [told];
        keepCookies(cookies, setCookies);
        const text = reply.body;
        const json = (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
        return { status: reply.statusCode, code: json['code'], body: json, text, headers: reply.headers, setCookies };
      },
    };
  };
  return { database, signIn, browser, letters: () => signIn.post.mailbox() ?? [] };
}

export const PASSWORD = 'moss lantern quarry';

/** An account made by an invitation to this e-mail; the server's `invitationOf` must know `token`. */
export async function signedUp(server: SignInServer, token: string, name = 'Sato Hanako'): Promise<Browser> {
  const browser = server.browser();
  const made = await browser.ask('POST', '/sign-up', { token, name, password: PASSWORD });
  if (made.status !== 201) throw new Error(`Not signed up: ${made.text}`);
  return browser;
}

/** Invites whoever shows `invited:` and an e-mail; anything else is no invitation. */
export const invitesAnybody: InvitationOf = (token) =>
  Promise.resolve(
    token.startsWith('invited:')
      ? { email: token.slice('invited:'.length), workspaceId: '', isProofOfEmail: true }
      : null,
  );

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an authenticator shows for a secret in base 32 at a time: RFC 6238, written by its text. */
export function authenticatorCode(secret: string, at: number = Date.now()): string {
  const bits = Array.from(secret)
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (digest[19] ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
