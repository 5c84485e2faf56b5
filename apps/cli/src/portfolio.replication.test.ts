import { configurationOf, DEFAULT_PARAMETERS } from '@entente/core/portfolio';
import { registerFromSources } from '@entente/core/register';
import { describe, expect, it } from 'vitest';
import { CASES, readCases } from './case-folder.ts';

/*
 * Oh, Chen, Nakamoto and Liu (2024), "Alliance portfolio configuration strategies as catalysts for innovation", sections
 * 3.1, 4.1.3, 4.2.3, 4.3.3 and 5: the types that the article finds, from facts sourced from the article alone.
 */
const library = readCases(CASES);
const register = registerFromSources(library.rows, ['000']);
const labels = (firm: string): Map<number, string> =>
  new Map(
    configurationOf(register, { kind: 'organisation', id: firm }, DEFAULT_PARAMETERS).path.map((each) => [
      each.year,
      `${each.label}${each.contested ? ', contested' : ''}`,
    ]),
  );
const years = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('the case library', () => {
  it('can be read', () => {
    expect(library.problems).toEqual([]);
  });
});

describe('configurations of 000', () => {
  it.each(years(1995, 2015))('China Motor is Optimization in %i', (year) => {
    expect(labels('cmc').get(year)).toBe('optimization');
  });
  it.each(years(2004, 2009))('Fair Friend is Optimization in %i', (year) => {
    expect(labels('ffg').get(year)).toBe('optimization');
  });
  it.each([2011, 2015])('Fair Friend is Alliance Portfolio Development in %i, contested', (year) => {
    expect(labels('ffg').get(year)).toBe('alliance-portfolio-development, contested');
  });
  it.each(years(1992, 1995))('Lioho is Optimization in %i', (year) => {
    expect(labels('lioho').get(year)?.split(',')[0]).toBe('optimization');
  });
  it.each([2005, 2015])('Lioho is Diversification in %i', (year) => {
    expect(labels('lioho').get(year)).toBe('diversification');
  });
});

describe('moves of 000', () => {
  const moves = configurationOf(register, { kind: 'organisation', id: 'lioho' }, DEFAULT_PARAMETERS).moves;
  const typeOf = (alliance: string): string | null | undefined =>
    moves.find((move) => move.kind === 'formed' && move.alliance.slug === alliance)?.type;

  it('Toyota Industry (Kunshan) brings casting from a known house', () => {
    const move = moves.find((each) => each.alliance.slug === 'toyota-industry-kunshan' && each.kind === 'formed');
    expect([move?.type, move?.fresh.map((resource) => resource.subject)]).toEqual([
      'resource-development',
      ['casting'],
    ]);
  });
  it.each(['guangzhou-kiriu-lioho', 'koyo-lioho-foshan'])(
    '%s is an Alliance Portfolio Development move',
    (alliance) => {
      expect(typeOf(alliance)).toBe('alliance-portfolio-development');
    },
  );
});

describe('with every source', () => {
  const all = registerFromSources(library.rows, null);
  it('the two documents meet: the ventures of TM and FFG are one record each', () => {
    const shared = ['ft-china', 'ft-japan', 'feeler-mectron'];
    const tellers = shared.map((slug) =>
      [...new Set(all.claimsOn('alliance', slug).map((claim) => claim.source))].sort(),
    );
    expect(tellers).toEqual([
      ['000', '001'],
      ['000', '001'],
      ['000', '001'],
    ]);
  });
});
