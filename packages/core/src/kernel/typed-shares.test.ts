import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Share } from './shares.ts';
import { readTypedShare } from './typed-shares.ts';

/** The reading in one line: bound and share; several with colons; choices with a question mark; a refusal after a dash. */
function told(text: string): string {
  const read = readTypedShare(text);
  if (read.kind === 'share')
    return `${read.bound === '=' ? '' : `${read.bound} `}${read.share}${read.each ? ' each' : ''}`;
  if (read.kind === 'shares') return read.shares.join(':');
  return read.kind === 'choices' ? `${read.choices.join(' or ')}?` : `- ${read.problem.code} ${read.problem.message}`;
}

describe('readTypedShare', () => {
  it.each([
    ['25', '25'],
    ['25%', '25'],
    ['25 ％', '25'],
    ['２５％', '25'],
    ['25 percent', '25'],
    ['25 per cent', '25'],
    ['25パーセント', '25'],
    ['百分之二十五', '25'],
    ['25,5 %', '25.5'],
    ['0.5 %', '0.5'],
    ['1/3', '33.3333333333'],
    ['2/3', '66.6666666666'],
    ['one third', '33.3333333333'],
    ['三分之一', '33.3333333333'],
    ['3分の1', '33.3333333333'],
    ['half', '50'],
    ['3割5分', '35'],
    ['七成', '70'],
    ['wholly owned', '100'],
    ['0', '0'],
  ])('reads "%s" as %s', (text, share) => {
    expect(told(text)).toBe(share);
  });

  it.each([
    ['> 91 %', '> 91'],
    ['over 50%', '> 50'],
    ['25%以上', '>= 25'],
    ['< 5 %', '< 5'],
    ['about 30', 'about 30'],
    ['約25%', 'about 25'],
    ['nearly 50%', 'nearly 50'],
  ])('keeps the bound of "%s": %s', (text, share) => {
    expect(told(text)).toBe(share);
  });

  it.each([
    ['50%:50%', '50:50'],
    ['50％：50％', '50:50'],
    ['51/49', '51:49'],
    ['60-40', '60:40'],
    ['33.3:33.3:33.4', '33.3:33.3:33.4'],
    ['40 % and 60 %', '40:60'],
    ['30; 20', '30:20'],
    ['50% each', '50 each'],
    ['折半', '50 each'],
  ])('reads several in one cell: "%s" as %s', (text, shares) => {
    expect(told(text)).toBe(shares);
  });

  it('asks whether a bare 0.5 is a half', () => {
    expect(told('0.5')).toBe('50 or 0.5?');
  });

  it.each([
    ['majority', '- share-malformed "majority" states no figure'],
    ['過半数', '- share-malformed "過半数" states no figure'],
    ['25-30 %', '- share-malformed "25-30 %" is a range'],
    ['101 %', '- share-over-100 101 % is more than the whole'],
    ['60:60', '- shares-over-100 "60:60" adds up to 120 %'],
    ['-5', '- share-malformed "-5" is no percentage'],
    ['', '- share-malformed "" is no percentage'],
    ['ACME', '- share-malformed "ACME" is no percentage'],
    ['1/0', '- share-malformed "1/0" is no percentage'],
  ])('refuses "%s"', (text, refusal) => {
    expect(told(text)).toBe(refusal);
  });

  it('reads every share as itself, with and without its sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (tenThousandths) => {
        const share = Share.parse((tenThousandths / 10_000).toFixed(4));
        const text = share.ok ? share.value : '';
        expect(told(`${text} %`)).toBe(text);
        if (!text.startsWith('0.')) expect(told(text)).toBe(text);
      }),
    );
  });

  it('never lets equal parts exceed the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
        const one = readTypedShare(`1/${count}`);
        const shares = one.kind === 'share' ? Array.from({ length: count }, () => one.share) : [];
        expect(shares.length).toBe(count);
        expect(Share.exceedsWhole(Share.sum(shares))).toBe(false);
      }),
    );
  });
});
