/** Where signing in comes from; it leads nowhere, or it would lead in a circle. */
const SIGN_IN = '/sign-in';

/**
 * Where to go after signing in: the path that was asked for when it lies on this site, else the start.
 * @example returnPath('//elsewhere.example', 'http://127.0.0.1') // => '/'
 */
export function returnPath(wanted: string | undefined, origin: string): string {
  if (wanted === undefined || !URL.canParse(wanted, origin)) return '/';
  const address = new URL(wanted, origin);
  const isHere = wanted.startsWith('/') && address.origin === origin && address.pathname !== SIGN_IN;
  // A path of two slashes would be read as the name of another site when it is followed.
  return isHere && !address.pathname.startsWith('//') ? `${address.pathname}${address.search}${address.hash}` : '/';
}
