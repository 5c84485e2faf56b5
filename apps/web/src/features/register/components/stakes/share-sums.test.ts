import { EdtfDate, Period, Share } from '@entente/core/kernel';
import type { Stake } from '@entente/core/register';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareSums } from './share-sums.ts';

const shareOf = (text: string | null): Share | null => {
  const read = text === null ? null : Share.parse(text);
  return read?.ok ? read.value : null;
};

let made = 0;
function stake(share: string | null, from: string | null, to = '..', votes: string | null = null): Stake {
  const [start, end] = [from === null ? null : EdtfDate.parse(from), Period.parseEnd(to)];
  if (start?.ok === false || !end.ok) throw new Error('a date of this test is none');
  made += 1;
  return {
    id: `stake-${made}`,
    alliance: null,
    issuer: 'venture',
    holder: `holder-${made}`,
    holders: null,
    holderCount: null,
    share: shareOf(share),
    votingShare: shareOf(votes),
    from: start?.value ?? null,
    to: end.value,
  };
}

const told = (stakes: readonly Stake[]): string[] =>
  shareSums(stakes).map(({ from, to, shares, votes }) => {
    const least = shares.isLeast ? 'at least ' : '';
    return `${from ?? 'ever'}–${to ?? 'open'}: ${least}${shares.sum}${shares.isOver ? '!' : ''}${votes ? ` votes ${votes.sum}` : ''}`;
  });

describe('the sums of a venture’s shares', () => {
  test('change where a stake begins or ends', () => {
    expect(told([stake('40', '1995', '2005'), stake('60', '1995'), stake('40', '2005')])).toEqual(['1995–open: 100']);
    expect(told([stake('40', '1995', '2005'), stake('60', '1995')])).toEqual(['1995–2005: 100', '2005–open: 60']);
  });

  test('are the least where a share, a beginning or an end is unknown', () => {
    expect(told([stake('51', '1995'), stake(null, '1995')])).toEqual(['1995–open: at least 51']);
    expect(told([stake('51', null)])).toEqual(['ever–open: at least 51']);
    expect(told([stake('51', '1995', 'unknown')])).toEqual(['1995–open: at least 51']);
  });

  test('over the whole are marked', () => {
    expect(told([stake('60', '1995'), stake('50', '2000-06')])).toEqual(['1995–2000-06: 60', '2000-06–open: 110!']);
  });

  test('of votes are told apart, where somebody’s are stated', () => {
    expect(told([stake('50', '1995', '..', '34'), stake('50', '1995')])).toEqual(['1995–open: 100 votes 34']);
  });

  test('are exact, and never fall outside the shares that are held', () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1990, max: 2009 }), fc.integer({ min: 1, max: 20 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const stakes = given.map(([tenths, from, years]) =>
          stake(String(tenths / 10), String(from), String(from + years)),
        );
        for (const { from, shares } of shareSums(stakes)) {
          const year = Number(from);
          const held = given.filter(([, start, years]) => start <= year && year < start + years);
          const tenths = held.reduce((sum, [each]) => sum + each, 0);
          expect(Number(shares.sum)).toBeCloseTo(tenths / 10, 8);
          expect(shares.isOver).toBe(tenths > 1000);
        }
      }),
    );
  });
});
