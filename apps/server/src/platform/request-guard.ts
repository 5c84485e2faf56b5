import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from './configuration.ts';
import { sendProblem } from './problems.ts';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The names under which this machine's own browser reaches the port; http leaves 80 out. */
export function localHosts(port: number): readonly string[] {
  return LOCAL_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

const LOOPBACK_ADDRESS = /^(?:::ffff:)?127\.|^::1$/;

type Place = {
  readonly port: number;
  /** The address of ours that the connection reached, and the other end's. */
  readonly near: string;
  readonly far: string;
  readonly publicUrl: string | null;
};

const inAddress = (ip: string): string => {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '');
  return plain.includes(':') ? `[${plain}]` : plain;
};

/**
 * The origins that a browser may believe to be at, by the Host it then names. Names of this machine and the address that
 * was reached cannot be another site's, whatever a name server says; any other name is told by `ENTENTE_URL`.
 */
function originsOf({ port, near, far, publicUrl }: Place): ReadonlyMap<string, string> {
  const here = publicUrl === null || LOOPBACK_ADDRESS.test(far) ? localHosts(port) : [];
  const reached = publicUrl === null ? [`${inAddress(near)}${port === 80 ? '' : `:${port}`}`] : [];
  const origins = new Map([...here, ...reached].map((host) => [host, `http://${host}`]));
  if (publicUrl !== null) origins.set(new URL(publicUrl).host, publicUrl);
  return origins;
}

/**
 * Why a request is refused, or null. Cookies alone do not tell whose page sends them: a foreign Host is a rebound name, a
 * foreign Origin another site's script, and a write from another site a forged form.
 */
function refusedFrom(
  headers: { readonly host?: string; readonly origin?: string; readonly fetchSite?: string },
  method: string,
  origins: ReadonlyMap<string, string>,
): 'foreign-host' | 'foreign-origin' | null {
  const origin = origins.get(headers.host?.toLowerCase() ?? '');
  if (origin === undefined) return 'foreign-host';
  if (headers.origin !== undefined && headers.origin !== origin) return 'foreign-origin';
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
  configuration: Pick<Configuration, 'port' | 'publicUrl'>,
): FastifyReply | null {
  const { host, origin } = request.headers;
  const headers = {
    ...(host === undefined ? {} : { host }),
    ...(origin === undefined ? {} : { origin }),
    ...(request.headers['sec-fetch-site'] === undefined
      ? {}
      : { fetchSite: one(request.headers['sec-fetch-site']) ?? '' }),
  };
  const { localPort, localAddress, remoteAddress } = request.socket;
  const origins = originsOf({
    port: configuration.port === 0 ? (localPort ?? 0) : configuration.port,
    near: localAddress ?? '127.0.0.1',
    far: remoteAddress ?? '',
    publicUrl: configuration.publicUrl,
  });
  const refused = refusedFrom(headers, request.method, origins);
  if (refused === 'foreign-host') {
    const detail = `This server answers to ${[...origins.keys()].join(', ')} only.`;
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
