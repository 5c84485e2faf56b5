import { lookup as resolve } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Nobody's on the internet: this machine, networks of firms and carriers, examples, groups, what is reserved. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
// Ways to write an IPv4 address, and examples, within what is public otherwise.
PRIVATE.addSubnet('2001::', 32, 'ipv6');
PRIVATE.addSubnet('2001:db8::', 32, 'ipv6');
PRIVATE.addSubnet('2002::', 16, 'ipv6');
const PUBLIC = new BlockList();
PUBLIC.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is anybody's on the internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !PRIVATE.check(address, 'ipv4');
  return isIP(address) === 6 && PUBLIC.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6');
}

class OutboundRefusal extends Error {}

const LARGEST_BYTES = 1024 * 1024;
const GIVE_UP_MS = 10_000;

/** Looks a name up once; the address that was judged is the one that is called. */
const judgedLookup =
  (allowsPrivate: boolean): LookupFunction =>
  (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      if (!allowsPrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
        return done(new OutboundRefusal(`${name} is no public address`), []);
      }
      const [first] = addresses;
      return options.all === true ? done(null, addresses) : done(null, first?.address ?? '', first?.family ?? 4);
    });
  };

type Call = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
};
export type Outbound = (url: string, call: Call) => Promise<Response>;

/**
 * Calls that leave for an address that a user gave: to public addresses over https, following no redirect, with limits of
 * size and time.
 * @param allowsPrivate where the operator says that what is called stands in the same network
 */
export function outbound(allowsPrivate: boolean): Outbound {
  return (address, { method, headers, body }) => {
    const url = new URL(address);
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:' && !allowsPrivate) throw new OutboundRefusal(`${url.origin} is not https`);
    if (isIP(literal) !== 0 && !allowsPrivate && !isPublicAddress(literal)) {
      throw new OutboundRefusal(`${literal} is no public address`);
    }
    return new Promise((settle, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(
        url,
        {
          method,
          headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
          lookup: judgedLookup(allowsPrivate),
          signal: AbortSignal.timeout(GIVE_UP_MS),
        },
        (answer) => {
          const parts: Buffer[] = [];
          let size = 0;
          answer.on('data', (part: Buffer) => {
            size += part.length;
            if (size > LARGEST_BYTES) answer.destroy(new OutboundRefusal(`${url.origin} answers too much`));
            parts.push(part);
          });
          answer.on('error', reject);
          answer.on('end', () => {
            const told = new Headers();
            for (const [name, value] of Object.entries(answer.headers)) {
              if (value !== undefined) told.set(name, Array.isArray(value) ? value.join(', ') : value);
            }
            const status = answer.statusCode ?? 500;
            settle(new Response(status === 204 ? null : Buffer.concat(parts), { status, headers: told }));
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  };
}
