import { expect, it } from 'vitest';
import { discrepancySearchFrom, historySearchFrom } from './evidence-search.ts';

it('reads what narrows the history from its address', () => {
  const search = {
    record: 'alliance:fujiwa',
    actor: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    command: 'change-stake',
    from: '2026-11-01',
    to: '2026-11-22',
  };
  expect(historySearchFrom({ ...search, other: 'x' })).toEqual(search);
});

it.each([
  [{ record: 'fujiwa' }],
  [{ record: 'alliance:' }],
  [{ actor: 'somebody' }],
  [{ command: 'Drop Table' }],
  [{ from: '2026-02-30' }],
  [{ to: '2026' }],
])('leaves out of the address what cannot be read: %o', (search) => {
  expect(historySearchFrom(search)).toEqual({});
});

it('reads what narrows the discrepancies, and leaves out what cannot be read', () => {
  const search = { kind: 'stake', source: '000', record: 'alliance:fujiwa', open: 'false' };
  expect(discrepancySearchFrom(search)).toEqual(search);
  expect(discrepancySearchFrom({ kind: 'No kind', source: 'A B', record: 'x', open: 'maybe' })).toEqual({});
});
