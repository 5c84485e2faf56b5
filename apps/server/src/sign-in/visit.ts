import type { IncomingHttpHeaders } from 'node:http';
import type { Identity } from '../platform/identity.ts';
import { cookieHeader } from './cookies.ts';
import { ADDRESS_HEADER } from './library.ts';
import type { Language } from './mail-texts.ts';

/** A request to this room, and what goes out beside its answer. */
export type Visit = {
  readonly headers: IncomingHttpHeaders;
  /** Who sends it. */
  readonly identity: () => Promise<Identity>;
  readonly cookies: ReadonlyMap<string, string>;
  readonly address: string;
  /** Where the browser believes to be; the guard has judged it. */
  readonly origin: string;
  readonly language: Language;
  readonly outgoing: {
    readonly cookies: string[];
    retryAfterSeconds: number | null;
    /** Accounts that the request did something to, beside the one that sent it and the one that it signed in. */
    readonly accounts: Set<string>;
  };
};

/** What the library is told of a request: some of its cookies, and nothing that a client could make up beside them. */
export function libraryHeaders(visit: Visit, cookieNames: readonly string[]): Headers {
  return new Headers({
    cookie: cookieHeader(visit.cookies, cookieNames),
    'user-agent': (visit.headers['user-agent'] ?? '').slice(0, 300),
    [ADDRESS_HEADER]: visit.address,
    origin: visit.origin,
  });
}
