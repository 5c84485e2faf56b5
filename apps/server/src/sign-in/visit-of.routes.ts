import type { FastifyRequest } from 'fastify';
import type { Configuration } from '../platform/configuration.ts';
import type { RoomContext } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import { cookiesIn } from './cookies.ts';
import { languageOf } from './mail-texts.ts';
import type { Visit } from './visit.ts';

const IS_LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** Where a request comes from: what a proxy on this machine says, where one is expected, else the connection's other end. */
function addressOf(request: FastifyRequest, { publicUrl }: Configuration): string {
  const near = request.socket.remoteAddress ?? '';
  if (publicUrl === null || !IS_LOOPBACK.test(near)) return near;
  const told = request.headers['x-forwarded-for'];
  const last = (Array.isArray(told) ? told.join(',') : told)?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? near : last;
}

/** The guard let the request pass: its Origin is ours where it has one, and its Host is. */
export function originOf({ headers }: FastifyRequest, { publicUrl }: Configuration): string {
  return headers.origin ?? publicUrl ?? `http://${headers.host ?? 'localhost'}`;
}

/** A request to this room; what it is answered with beside the answer starts empty. */
export function visitOf(
  request: FastifyRequest,
  { configuration, identify }: Pick<RoomContext, 'configuration' | 'identify'>,
): Visit {
  let identity: Promise<Identity> | null = null;
  return {
    headers: request.headers,
    identity: () => (identity ??= identify(request)),
    cookies: cookiesIn(request.headers.cookie),
    address: addressOf(request, configuration),
    origin: originOf(request, configuration),
    language: languageOf(request.headers['accept-language']),
    outgoing: { cookies: [], retryAfterSeconds: null, accounts: new Set() },
  };
}
