import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The names under which this machine's own browser reaches the port; http leaves 80 out. */
export function localHosts(port: number): readonly string[] {
  return LOCAL_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/**
 * Why a request is refused, or null. Until accounts exist the browser's word is all that keeps a foreign page out: a
 * foreign Host is a rebound name, a foreign Origin another site's script, and a write from another site a forged form.
 */
function refusedFrom(
  headers: { readonly host?: string; readonly origin?: string; readonly fetchSite?: string },
  method: string,
  port: number,
): 'foreign-host' | 'foreign-origin' | null {
  const hosts = localHosts(port);
  if (!hosts.includes(headers.host?.toLowerCase() ?? '')) return 'foreign-host';
  if (headers.origin !== undefined && !hosts.some((host) => `http://${host}` === headers.origin))
    return 'foreign-origin';
  const fromOtherSite = headers.fetchSite === 'cross-site' || headers.fetchSite === 'same-site';
  return fromOtherSite && !READING.has(method) ? 'foreign-origin' : null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;

/** Runs before everything else, for every address, known or not. */
export function guardRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  configuredPort: number,
): FastifyReply | null {
  const { host, origin } = request.headers;
  const headers = {
    ...(host === undefined ? {} : { host }),
    ...(origin === undefined ? {} : { origin }),
    ...(request.headers['sec-fetch-site'] === undefined
      ? {}
      : { fetchSite: one(request.headers['sec-fetch-site']) ?? '' }),
  };
  const port = configuredPort === 0 ? (request.socket.localPort ?? 0) : configuredPort;
  const refused = refusedFrom(headers, request.method, port);
  if (refused === 'foreign-host') {
    const detail = `This server answers to ${localHosts(port).join(', ')} only.`;
    return sendProblem(reply, { status: 403, code: 'foreign-host', detail });
  }
  if (refused === 'foreign-origin') {
    const detail = 'The request comes from a page of another site.';
    return sendProblem(reply, { status: 403, code: 'foreign-origin', detail });
  }
  const query = request.url.indexOf('?');
  if (query >= 0 && !isDecodable(request.url.slice(query).replaceAll('+', ' '))) {
    const detail = 'The query holds escapes that are not UTF-8.';
    return sendProblem(reply, { status: 400, code: 'address-malformed', detail });
  }
  return null;
}
