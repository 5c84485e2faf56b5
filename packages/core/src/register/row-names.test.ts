import { describe, expect, it } from 'vitest';
import { rowName } from './row-names.ts';

const lioho = { slug: 'lioho', name: 'Lioho' };
const fujiwa = { slug: 'fujiwa', name: null };

describe('what a row without a name is called', () => {
  it.each([
    [{ holder: lioho, holders: null, issuer: fujiwa, alliance: fujiwa }, 'Lioho → fujiwa'],
    [{ holder: null, holders: 'two others', issuer: fujiwa }, 'two others → fujiwa'],
    [{ quantity: 'units-sold', item: 'delica', of: lioho }, 'Lioho · units sold: delica'],
    [{ origin: 'Taiwan', organisation: lioho }, 'Lioho · Taiwan'],
    [{ organisation: lioho, alliance: fujiwa, subject: 'die-casting' }, 'die casting · Lioho · fujiwa'],
    [{ organisation: lioho, alliance: null, subject: 'forging' }, 'forging · Lioho'],
    [{ organisation: lioho, house: { slug: 'toyota', name: 'Toyota Group' } }, 'Lioho · Toyota Group'],
    [{ organisation: lioho, alliance: fujiwa }, 'Lioho · fujiwa'],
    [
      { alliance: fujiwa, product: 'machine-tools', market: null, region: 'kunshan', activity: null },
      'fujiwa · machine tools, kunshan',
    ],
    [{ text: 'local investment over half', on: fujiwa }, 'local investment over half'],
    [{}, ''],
  ])('%o: %s', (row, name) => {
    expect(rowName(row)).toBe(name);
  });
});
