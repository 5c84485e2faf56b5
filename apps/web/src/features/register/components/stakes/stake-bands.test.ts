import type { StakeAnswer } from '@entente/contract/register';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stakeBands } from './stake-bands.ts';

const horizon = { from: '1990-01-01', to: '2026-12-31' };

function stake(holder: string, share: string | null, from: string | null, to = '..'): StakeAnswer {
  const named = holder.startsWith('(')
    ? null
    : { id: '00000000-0000-4000-8000-000000000001', slug: holder, name: holder };
  return {
    id: '00000000-0000-4000-8000-000000000000',
    version: 1,
    class: 'INTERNAL',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    abilities: { change: true, remove: true },
    custom: {},
    exists: true,
    alliance: null,
    issuer: { id: '00000000-0000-4000-8000-000000000002', slug: 'venture', name: 'Venture' },
    holder: named,
    holders: named ? null : holder,
    holderCount: null,
    share,
    votingShare: null,
    from,
    to,
  };
}

const told = (stakes: readonly StakeAnswer[]) =>
  stakeBands(stakes, horizon).map(({ holder, from, to, low, high }) => [
    holder.kind === 'unknown' ? '?' : holder.name,
    from.slice(0, 4),
    to.slice(0, 4),
    low,
    high,
  ]);

describe('bands of stakes', () => {
  it('stack the holders between the days on which a stake changes', () => {
    expect(
      told([
        stake('cmc', '50', '1995', '2006'),
        stake('fmig', '50', '1995'),
        stake('cmc', '25', '2006'),
        stake('mitsubishi', '25', '2006'),
      ]),
    ).toEqual([
      ['cmc', '1995', '2006', 0, 50],
      ['fmig', '1995', '2006', 50, 100],
      ['fmig', '2006', '2026', 0, 50],
      ['cmc', '2006', '2026', 50, 75],
      ['mitsubishi', '2006', '2026', 75, 100],
    ]);
  });

  it('leave what nobody states as unknown, never as zero', () => {
    const bands = stakeBands([stake('lioho', '40', '1995'), stake('tochigi', null, '1995')], horizon);
    expect(bands.map(({ share, low, high }) => [share, low, high])).toEqual([
      ['40', 0, 40],
      [null, 40, 100],
    ]);
    expect(bands[1]?.holder).toEqual({ kind: 'unknown', names: ['tochigi'] });
  });

  it('keep unnamed holders by their words', () => {
    expect(stakeBands([stake('(two others)', '10', '2011', '2014')], horizon)[0]?.holder).toEqual({
      kind: 'unnamed',
      name: '(two others)',
    });
  });

  it('say how far a vague beginning or end may reach', () => {
    const [band] = stakeBands([stake('ffg', '45', '2010', '2014')], horizon);
    expect([band?.begunBy, band?.endedBy]).toEqual(['2010-12-31', '2014-12-31']);
    const [exact] = stakeBands([stake('ffg', '45', '2010-04-01', '2014-03-31')], horizon);
    expect([exact?.begunBy, exact?.endedBy]).toEqual([null, null]);
  });

  it('never leave the whole, whatever the stakes', () => {
    const year = fc.integer({ min: 1980, max: 2030 }).map(String);
    const share = fc.option(fc.integer({ min: 0, max: 100 }).map(String));
    const any = fc.tuple(
      fc.constantFrom('a', 'b', '(others)'),
      share,
      fc.option(year),
      fc.oneof(year, fc.constant('..'), fc.constant('unknown')),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (rows) => {
        for (const band of stakeBands(
          rows.map((row) => stake(...row)),
          horizon,
        )) {
          expect(band.low).toBeGreaterThanOrEqual(0);
          expect(band.high).toBeLessThanOrEqual(100);
          expect(band.low).toBeLessThanOrEqual(band.high);
          expect(band.from < band.to).toBe(true);
        }
      }),
    );
  });
});
