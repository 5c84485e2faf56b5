import { readStored, writeStored } from '../../../lib/storage.ts';

export type KnownProvider = { readonly id: string; readonly name: string };

/** What is kept while the browser is away at an identity provider. */
export type SignOnJourney = {
  readonly provider: string;
  /** What it is called, where that is known. */
  readonly name: string | null;
  /** Where to go afterwards. */
  readonly to: string | null;
  /** The invitation that is taken up on the way. */
  readonly invitation: string | null;
};

const JOURNEY = 'entente.sign-on';
const LAST = 'entente.last-provider';

/** For this tab alone, and until it comes back. */
export function keepJourney(journey: SignOnJourney): void {
  try {
    sessionStorage.setItem(JOURNEY, JSON.stringify(journey));
  } catch {
    // Closed storage costs where to go on; the sign-in itself stands in a cookie.
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function parsed(text: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What was kept, taken away: an invitation lies here no longer than it must. */
export function takeJourney(): SignOnJourney | null {
  let text: string | null = null;
  try {
    text = sessionStorage.getItem(JOURNEY);
    sessionStorage.removeItem(JOURNEY);
  } catch {
    return null;
  }
  const kept = parsed(text);
  const provider = textOf(kept?.['provider']);
  if (kept === null || provider === null) return null;
  return { provider, name: textOf(kept['name']), to: textOf(kept['to']), invitation: textOf(kept['invitation']) };
}

/** By which provider somebody last came in by this browser; it is offered the next time. */
export const rememberProvider = ({ id, name }: KnownProvider): void => writeStored(LAST, JSON.stringify({ id, name }));

export function lastProvider(): KnownProvider | null {
  const kept = parsed(readStored(LAST));
  const [id, name] = [textOf(kept?.['id']), textOf(kept?.['name'])];
  return id === null || name === null ? null : { id, name };
}
