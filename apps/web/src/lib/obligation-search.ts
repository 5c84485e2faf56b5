import { OBLIGATION_SIDES, OBLIGATION_STATES } from '@entente/core/lifecycle';

/** Which obligations are shown; the address holds it. */
export type ObligationSearch = {
  readonly state?: string | undefined;
  readonly side?: string | undefined;
  readonly category?: string | undefined;
  readonly holder?: string | undefined;
};

/** Obligations with which something is still to be done, as a choice of states. */
export const OPEN = 'open';

const oneOf = (value: unknown, among: readonly string[]): string | undefined =>
  typeof value === 'string' && among.includes(value) ? value : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the address asks for; what it cannot mean is left out. */
export function obligationSearchFrom(search: Readonly<Record<string, unknown>>): ObligationSearch {
  const state = oneOf(search['state'], [OPEN, ...OBLIGATION_STATES]);
  const side = oneOf(search['side'], OBLIGATION_SIDES);
  const category = textOf(search['category']);
  const holder = textOf(search['holder']);
  return {
    ...(state !== undefined && { state }),
    ...(side !== undefined && { side }),
    ...(category !== undefined && { category }),
    ...(holder !== undefined && { holder }),
  };
}
