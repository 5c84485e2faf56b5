import { type Heard } from './twins-server.ts';

/**
 * The only thing that is left out of a comparison: the moment at which Node sent the answer. It is taken from the clock
 * inside Node's HTTP, which no moment of a test reaches, and stands in a header of its own.
 */
const SENT_AT = 'date';

const CURSOR = /"nextCursor":"([A-Za-z0-9_-]+)"/;

/**
 * A page's cursor without the place in the order of entry (see the exceptions): the order itself and, where there is one,
 * the id of the last record are compared.
 */
function withoutPlace(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const cursor = CURSOR.exec(text)?.[1];
  if (cursor === undefined) return bytes;
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
  const kept = parts.map((part) => (typeof part === 'string' && /^\d+$/.test(part) ? 'place' : part));
  return Buffer.from(text.replace(cursor, JSON.stringify(kept)), 'latin1');
}

/** The lengths of what holds a cursor differ with the digits of a place. */
const isLength = (name: string): boolean => name === 'content-length';

type Told = { readonly status: number; readonly headers: string; readonly bytes: Buffer };

function told({ status, headers, bytes }: Heard): Told {
  const without = withoutPlace(bytes);
  const kept = Object.entries(headers)
    .filter(([name]) => name !== SENT_AT)
    .map(([name, value]) => [name, isLength(name) && without !== bytes ? without.length : value]);
  return { status, headers: JSON.stringify(kept), bytes: without };
}

const AROUND = 60;

function around(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - AROUND);
  return `${one.slice(from, at + AROUND)} | ${other.slice(from, at + AROUND)}`;
}

/** How two answers differ, or null when they do in nothing. */
export function differenceOf(a: Heard, b: Heard): string | null {
  const [one, other] = [told(a), told(b)];
  if (one.status !== other.status) return `status ${one.status} | ${other.status}`;
  if (!one.bytes.equals(other.bytes))
    return `body ${around(one.bytes.toString('latin1'), other.bytes.toString('latin1'))}`;
  return one.headers === other.headers ? null : `headers ${around(one.headers, other.headers)}`;
}
