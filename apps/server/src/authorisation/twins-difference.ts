import { type Heard } from './twins-server.ts';

/**
 * The only thing that is left out of a comparison: the moment at which Node sent the answer. It is taken from the clock
 * inside Node's HTTP, which no moment of a test reaches, and stands in a header of its own.
 */
const SENT_AT = 'date';

export type Told = { readonly status: number; readonly headers: string; readonly bytes: Buffer };

export function told({ status, headers, bytes }: Heard): Told {
  const kept = Object.entries(headers).filter(([name]) => name !== SENT_AT);
  return { status, headers: JSON.stringify(kept), bytes };
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
