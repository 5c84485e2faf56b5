import type { ClaimAnswer } from '@entente/contract/evidence';
import { describe, expect, test } from 'vitest';
import { claimedField, claimWrites, correctionOf, rankWrites } from './claim-writes.ts';

const claim = (id: string, rank: ClaimAnswer['rank']): ClaimAnswer => ({
  id,
  version: 2,
  class: 'INTERNAL',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  abilities: { change: true, remove: true },
  subject: { kind: 'stake', id: 's1', slug: null, name: null },
  field: 'share',
  value: '40',
  source: { id: 's', slug: '001', name: 'Report' },
  place: 'p. 1',
  quote: null,
  rank,
  reason: rank === 'normal' ? null : 'so it is',
});

const added = {
  subject: { kind: 'stake', id: 's1' },
  field: 'share',
  value: '60',
  source: { kind: 'source', reference: '000', name: 'Thesis' },
  place: 'Table 7',
  quote: null,
  preferredFor: null,
} as const;

describe('a claim', () => {
  test('stands beside the others unless it is said to give the value', () => {
    expect(claimWrites(added, [claim('c1', 'preferred')])).toEqual([
      {
        collection: 'claims',
        create: { subject: added.subject, field: 'share', value: '60', source: '000', place: 'Table 7', quote: null },
      },
    ]);
  });

  test('that gives the value takes the place of what was preferred', () => {
    expect(claimWrites({ ...added, preferredFor: 'the later document' }, [claim('c1', 'preferred')])).toMatchObject([
      { record: 'c1', version: 2, change: { rank: 'normal' } },
      { create: { rank: 'preferred', reason: 'the later document' } },
    ]);
  });

  test('brings its source where that is new', () => {
    const source = { kind: 'source', reference: null, name: 'Minutes', sourceKind: 'document' } as const;
    expect(claimWrites({ ...added, source }, [])).toMatchObject([
      { collection: 'sources', as: 'source', create: { title: 'Minutes', kind: 'document' } },
      { create: { source: '@source' } },
    ]);
  });

  test('is the one preferred claim of its field', () => {
    const [first, second, third] = [
      claim('c1', 'preferred'),
      claim('c2', 'normal'),
      claim('c3', 'deprecated'),
    ] as const;
    expect(rankWrites(second, [first, second, third], 'preferred', 'why')).toEqual([
      { collection: 'claims', record: 'c1', version: 2, change: { rank: 'normal' } },
      { collection: 'claims', record: 'c2', version: 2, change: { rank: 'preferred', reason: 'why' } },
    ]);
    expect(rankWrites(first, [first, second, third], 'deprecated', 'why')).toHaveLength(1);
  });

  test('is corrected in what differs alone, on the version that was read', () => {
    const { value, place, quote, reason } = claim('c1', 'preferred');
    expect(correctionOf(claim('c1', 'preferred'), { value, place, quote, reason })).toBeNull();
    expect(
      correctionOf(claim('c1', 'preferred'), { value: '45', place, quote: 'forty-five per cent', reason }),
    ).toEqual({
      collection: 'claims',
      record: 'c1',
      version: 2,
      change: { value: '45', quote: 'forty-five per cent' },
    });
  });

  test('on a field that none can be on is about the record itself', () => {
    expect(claimedField('stake', 'holder')).toBe('exists');
    expect(claimedField('stake', 'share')).toBe('share');
    expect(claimedField('stake', 'remark.origin')).toBe('remark.origin');
    expect(claimedField('stake', 'custom.priority')).toBe('custom.priority');
  });
});
