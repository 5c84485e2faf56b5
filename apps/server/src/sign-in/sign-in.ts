import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { chooseDataFolder } from '../platform/data-folder.ts';
import type { Configuration } from '../platform/configuration.ts';
import type { Database, Databases } from '../platform/database.ts';
import type { Identify, Identity } from '../platform/identity.ts';
import { type Outbound, outbound } from '../platform/outbound.ts';
import { ensureSignInSecret } from '../platform/secrets.ts';
import type { ActsOf } from './acts.store.ts';
import { findApiKey, updateApiKeyUsed } from './api-keys.store.ts';
import { cookiesIn, signedValue } from './cookies.ts';
import type { InvitationOf, TakeOver } from './invitation.ts';
import { cookieName, type SignInLibrary, signInLibrary } from './library.ts';
import { type Language, mailText } from './mail-texts.ts';
import { type PasswordDesk, passwordDesk } from './password-desk.ts';
import { type Post, postOf } from './post.ts';
import { findSession, updateSessionSeen } from './sessions.store.ts';

export type ChainActs = (whose: ActsOf, language: Language | null) => Promise<void>;

export type SignInParts = {
  readonly databases: Pick<Databases, 'auth'>;
  readonly configuration: Configuration;
  /** Without it nobody is invited. */
  readonly invitationOf?: InvitationOf;
  /** Without it nothing that was made without an account is handed to the first one. */
  readonly takeOver?: TakeOver;
  /** Puts what somebody did in signing in into the audit; without it, it waits. */
  readonly chainActs?: ChainActs;
  /** Told what goes wrong after the answer has left, e.g. that a letter could not be sent. */
  readonly report?: (line: string) => void;
  readonly passwords?: PasswordDesk;
  /** What cookies are signed with; without it the one of the data folder, made on first use. */
  readonly secret?: string;
};

/** Signing in, as one server does it. */
export type SignIn = {
  readonly identify: Identify;
  readonly database: Database;
  readonly isDemo: boolean;
  readonly post: Post;
  readonly invitationOf: InvitationOf;
  readonly takeOver: TakeOver;
  readonly chainActs: ChainActs;
  readonly passwords: PasswordDesk;
  readonly auth: () => SignInLibrary;
  readonly secret: () => string;
  readonly cookies: {
    readonly session: string;
    readonly secondFactor: string;
    readonly challenge: string;
    readonly signOn: string;
  };
  readonly isSecure: boolean;
  /** Calls to identity providers. */
  readonly outbound: Outbound;
  /** Where links in letters lead and in which language they are written, for all that `run` causes. */
  readonly writing: <T>(style: Style, run: () => Promise<T>) => Promise<T>;
  /** Does something after the answer, so that its time tells nothing. */
  readonly afterwards: (work: () => Promise<unknown>) => void;
  /** Resolves when all that was left for afterwards is done. */
  readonly settled: () => Promise<void>;
};

type Style = { readonly origin: string; readonly language: Language };

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const KEY = /^Bearer +(\S+)$/i;

async function identityOfKey(database: Database, token: string, isLook: boolean): Promise<Identity> {
  const found = await findApiKey(database, digestOf(token));
  if (found === null) return { kind: 'nobody' };
  const { isUsedLately, ...key } = found;
  if (!isUsedLately && !isLook) await updateApiKeyUsed(database, key.keyId);
  return { kind: 'key', ...key };
}

async function identityOfSession(database: Database, token: string, isLook: boolean): Promise<Identity> {
  const found = await findSession(database, token);
  if (found === null) return { kind: 'nobody' };
  const { isSeenLately, onlyWorkspaceId, ...account } = found;
  if (!isSeenLately && !isLook) await updateSessionSeen(database, account.sessionId);
  return { kind: 'account', ...account, ...(onlyWorkspaceId === null ? {} : { onlyWorkspaceId }) };
}

function afterAnswers(report: (line: string) => void): Pick<SignIn, 'afterwards' | 'settled'> {
  const pending = new Set<Promise<void>>();
  return {
    afterwards: (work) => {
      const done: Promise<void> = work().then(
        () => undefined,
        (error: unknown) => report(`Signing in: ${error instanceof Error ? error.message : String(error)}`),
      );
      pending.add(done);
      void done.finally(() => pending.delete(done));
    },
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

/** Where links in letters lead, where no request says it. */
export const ownOrigin = ({ publicUrl, port }: Configuration): string =>
  publicUrl ?? (port === 0 ? 'http://localhost' : `http://localhost:${port}`);

/** Makes everything that signing in needs; nothing is asked of the database or the data folder before the first use. */
export function createSignIn(parts: SignInParts): SignIn {
  const { databases, configuration, report = () => undefined } = parts;
  const database = databases.auth;
  const origin = ownOrigin(configuration);
  const passwords = parts.passwords ?? passwordDesk();
  const post = postOf(configuration);
  const styles = new AsyncLocalStorage<Style>();

  let knownSecret = parts.secret ?? null;
  const secret = (): string => (knownSecret ??= ensureSignInSecret(chooseDataFolder(configuration).path));

  const sending =
    (kind: 'reset' | 'verification', page: string) =>
    ({ email, name }: { email: string; name: string }, token: string): Promise<void> => {
      const style = styles.getStore() ?? { origin, language: 'en' };
      const link = `${style.origin}/${page}#${token}`;
      return post.send({ to: email, ...mailText(kind, style.language, { name, link }) });
    };
  let knownLibrary: SignInLibrary | null = null;
  const auth = (): SignInLibrary =>
    (knownLibrary ??= signInLibrary({
      database,
      origin,
      secret: secret(),
      passwords,
      sendReset: sending('reset', 'new-password'),
      sendVerification: sending('verification', 'confirm-email'),
    }));

  const session = cookieName(origin, 'session_token');
  const identify: Identify = async ({ headers }, { isLook } = { isLook: false }) => {
    if (headers.authorization !== undefined) {
      // Whoever shows a key means it: a wrong one is not made good by a cookie.
      const token = KEY.exec(headers.authorization)?.[1];
      return token === undefined ? { kind: 'nobody' } : identityOfKey(database, token, isLook);
    }
    const cookie = cookiesIn(headers.cookie).get(session);
    const token = cookie === undefined ? null : signedValue(cookie, secret());
    return token === null ? { kind: 'nobody' } : identityOfSession(database, token, isLook);
  };

  return {
    identify,
    database,
    isDemo: configuration.demo,
    post,
    invitationOf: parts.invitationOf ?? (() => Promise.resolve(null)),
    takeOver: parts.takeOver ?? (() => Promise.resolve()),
    chainActs: parts.chainActs ?? (() => Promise.resolve()),
    passwords,
    auth,
    secret,
    cookies: {
      session,
      secondFactor: cookieName(origin, 'two_factor'),
      challenge: cookieName(origin, 'challenge'),
      signOn: cookieName(origin, 'sign_on'),
    },
    isSecure: origin.startsWith('https://'),
    outbound: outbound(configuration.privateNetwork),
    writing: (style, run) => styles.run(style, run),
    ...afterAnswers(report),
  };
}
