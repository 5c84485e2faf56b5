import { describe, expect, it } from 'vitest';
import { bestClaim, type Claim, type Rank } from './facts.ts';

const claim = (value: string, source: string, rank: Rank = 'normal'): Claim => ({
  id: `${source} ${value}`,
  subject: { kind: 'alliance', id: 'ft-japan' },
  field: 'start',
  value,
  source,
  place: 'Table 6',
  quote: null,
  rank,
  reason: rank === 'normal' ? null : 'stated',
});
const dates = new Map([
  ['000', '2024-03-31'],
  ['001', '2016-12-31'],
]);

describe('bestClaim', () => {
  it.each([
    ['the latest document', [claim('2008', '001'), claim('2007', '000')], '2007'],
    ['the preferred one', [claim('2008', '001', 'preferred'), claim('2007', '000')], '2008'],
    ['the first in order among equals', [claim('2007', '000'), claim('2006', '000')], '2007'],
    ['no deprecated one', [claim('2008', '001'), claim('2007', '000', 'deprecated')], '2008'],
  ])('takes %s', (_rule, claims, value) => {
    expect(bestClaim(claims, dates)?.value).toBe(value);
  });
  it('takes none when all are deprecated', () => {
    expect(bestClaim([claim('2007', '000', 'deprecated')], dates)).toBeNull();
  });
});
