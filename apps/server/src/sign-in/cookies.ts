import { createHmac, timingSafeEqual } from 'node:crypto';

/** The cookies of a request; of two with one name the first, as the library reads them. */
export function cookiesIn(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim();
    if (name !== '' && !cookies.has(name)) cookies.set(name, part.slice(equals + 1).trim());
  }
  return cookies;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const signature = (value: string, secret: string): Buffer => createHmac('sha256', secret).update(value).digest();

/** What a cookie of the library's says, `VALUE.SIGNATURE`, or null when we did not sign it. */
export function signedValue(cookie: string | undefined, secret: string): string | null {
  const text = cookie === undefined ? null : decoded(cookie);
  const dot = text === null ? -1 : text.lastIndexOf('.');
  if (text === null || dot < 1) return null;
  const value = text.slice(0, dot);
  const given = Buffer.from(text.slice(dot + 1), 'base64');
  const right = signature(value, secret);
  return given.length === right.length && timingSafeEqual(given, right) ? value : null;
}

/** What the library would sign and write. */
export const signedCookie = (value: string, secret: string): string =>
  encodeURIComponent(`${value}.${signature(value, secret).toString('base64')}`);

/** A `Set-Cookie` for the whole of our origin and nobody else; of no seconds, it takes the cookie away. */
export const cookieOf = (name: string, value: string, seconds: number, isSecure: boolean): string =>
  `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

/** The signed value that an answer sets under this name; null when it sets none or takes it away. */
export function valueSet(setCookies: readonly string[], name: string, secret: string): string | null {
  const start = `${name}=`;
  const last = setCookies.filter((cookie) => cookie.startsWith(start)).at(-1);
  return signedValue(last?.slice(start.length).split(';')[0], secret);
}

/** A `Cookie` header with these cookies of a request alone. */
export const cookieHeader = (cookies: ReadonlyMap<string, string>, names: readonly string[]): string =>
  names.flatMap((name) => (cookies.has(name) ? [`${name}=${cookies.get(name)}`] : [])).join('; ');
