import type { ClaimAnswer } from '@entente/contract/evidence';
import { expect, it } from 'vitest';
import { disputedFields } from './disagreements.ts';

function claim(
  id: string,
  field: string,
  value: string,
  source: string,
  rank: ClaimAnswer['rank'] = 'normal',
): ClaimAnswer {
  return {
    id,
    version: 1,
    class: 'INTERNAL',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    abilities: { change: true, remove: true },
    subject: { kind: 'alliance', id: 'ft-japan', slug: 'ft-japan', name: 'F.T. Japan' },
    field,
    value,
    source: { id: source, slug: source, name: source },
    place: 'section 4',
    quote: null,
    rank,
    reason: null,
  };
}

const dates = new Map([
  ['000', '2024-12-31'],
  ['001', '2018-12-31'],
]);

it('lists a field that two sources state differently, with the claim that counts and the sources', () => {
  const [field] = disputedFields([claim('a', 'start', '2008', '001'), claim('b', 'start', '2007', '000')], dates);
  expect(field).toMatchObject({ field: 'start', taken: 'b', sources: ['001', '000'] });
  expect(field?.claims.map(({ id }) => id)).toEqual(['a', 'b']);
});

it.each([
  ['a date that contains the other', [claim('a', 'start', '2007', '001'), claim('b', 'start', '2007-04', '000')]],
  ['a deprecated claim', [claim('a', 'start', '2008', '001', 'deprecated'), claim('b', 'start', '2007', '000')]],
  ['different fields', [claim('a', 'start', '2008', '001'), claim('b', 'end', '2007', '000')]],
])('sees no disagreement in %s', (_, claims) => {
  expect(disputedFields(claims, dates)).toEqual([]);
});
