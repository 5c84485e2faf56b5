import type { RoomSection } from '@entente/contract/sharing';
import { describe, expect, test } from 'vitest';
import { editionDifferences } from './edition-differences.ts';

let last = 0;
const link = (name: string) => ({ item: `item ${last++}`, name });
const stakes = (...rows: readonly (readonly [holder: string, share: string | null, from: string])[]): RoomSection => ({
  kind: 'stake',
  count: null,
  items: rows.map(([holder, share, from]) => ({
    id: `row ${last++}`,
    fields: { holder: link(holder), share, from },
  })),
});
const events = (count: number): RoomSection => ({ kind: 'event', count, items: [] });

describe('two editions', () => {
  test('do not differ by the ids that their items have', () => {
    const [before, after] = [stakes(['Ford', '25', '1979']), stakes(['Ford', '25', '1979'])];
    expect(before).not.toEqual(after);
    expect(editionDifferences([before, events(4)], [after, events(4)])).toEqual([]);
  });

  test('differ by what came, went and changed, each row told once', () => {
    const before = stakes(['Ford', '25', '1979'], ['Sumitomo', '5', '1970'], ['Others', null, '1920']);
    const after = stakes(['Ford', '33.4', '1979'], ['Others', null, '1920'], ['Itochu', '2', '2001']);
    const [difference] = editionDifferences([before], [after]);
    expect(difference?.rows).toMatchObject([
      { state: 'changed', before: { share: '25' }, after: { holder: { name: 'Ford' }, share: '33.4' } },
      { state: 'removed', fields: { holder: { name: 'Sumitomo' } } },
      { state: 'added', fields: { holder: { name: 'Itochu' } } },
    ]);
  });

  test('pair a changed row with the one that it agrees with most', () => {
    const domain = (...told: readonly string[]): RoomSection => ({
      kind: 'domain',
      count: null,
      items: told.map((text) => {
        const [product = '', market = '', region = '', from = ''] = text.split(' ');
        return { id: `row ${last++}`, fields: { product, market, region, from } };
      }),
    });
    const before = domain('axles trucks asia 1994');
    const after = domain('axles trucks europe 2001', 'axles trucks asia 1995', 'seats vans africa 1994');
    expect(editionDifferences([before], [after])[0]?.rows).toMatchObject([
      { state: 'changed', after: { region: 'asia', from: '1995' } },
      { state: 'added', fields: { region: 'europe' } },
      { state: 'added', fields: { product: 'seats' } },
    ]);
  });

  test('tell two rows that say the same as two', () => {
    const twice = stakes(['Ford', '25', '1979'], ['Ford', '25', '1979']);
    expect(editionDifferences([twice], [stakes(['Ford', '25', '1979'])])).toMatchObject([
      { kind: 'stake', rows: [{ state: 'removed' }] },
    ]);
  });

  test('differ by how many records there are, where only that is shown', () => {
    expect(editionDifferences([events(4)], [events(6)])).toEqual([{ kind: 'event', counts: [4, 6], rows: [] }]);
  });

  test('differ by a kind of which nothing was recorded before', () => {
    expect(editionDifferences([], [stakes(['Ford', '25', '1979'])])).toMatchObject([
      { kind: 'stake', counts: null, rows: [{ state: 'added' }] },
    ]);
  });
});
