import { describe, expect, it } from 'vitest';
import type { ConfigurationType, MoveEntry, PathEntry, PortfolioReport } from '@entente/core/portfolio';
import { isYearEnd, readingOn } from './reading.ts';

const FOUNDING: MoveEntry = {
  date: '1992',
  alliance: 'a',
  kind: 'formed',
  partner: null,
  resource: null,
  type: null,
  resources: [],
  partners: ['p'],
  evidence: [],
};

function reportOf(
  labels: Readonly<Record<number, readonly [ConfigurationType, ConfigurationType, number?]>>,
): PortfolioReport {
  const years = Object.keys(labels).map(Number);
  const entries = (lens: 0 | 1): PathEntry[] =>
    years.map((year) => ({
      year,
      scope: labels[year]?.[2] ?? 1,
      shaping: 0,
      label: labels[year]?.[lens] ?? 'optimization',
      agreement: 1,
      contested: false,
    }));
  const explanations = years.map((year) => ({
    year,
    day: `${year}-12-31`,
    partners: [],
    explorativeMoves: [],
    parameterSets: 32,
    reasons: [],
    uncertain: false,
  }));
  return {
    focal: 'f',
    population: 'joint-ventures',
    sources: ['000'],
    window: 'all',
    level: 'house',
    scopeAt: 3,
    shapingAt: 3,
    asOf: null,
    path: entries(0),
    recent: entries(1),
    founding: [FOUNDING],
    moves: [],
    explanation: { rule: 'portfolio.configuration', partners: [], path: explanations, recent: explanations },
    warnings: [],
  };
}

const whole = reportOf({
  1992: ['optimization', 'optimization'],
  1993: ['diversification', 'diversification'],
  1994: ['optimization', 'optimization'],
  1995: ['diversification', 'diversification'],
  1996: ['diversification', 'diversification'],
  1997: ['diversification', 'alliance-portfolio-development'],
});

describe('a reading of the portfolio', () => {
  it.each([
    ['1992-12-31', 1992, 'optimization', 1992],
    ['1993-12-31', 1993, 'diversification', 1993],
    ['1996-12-31', 1996, 'diversification', 1995],
    ['2026-11-22', 1997, 'diversification', 1995],
  ] as const)('on %s stands at %i with %s since %i', (day, year, label, since) => {
    const reading = readingOn(whole, null, day);
    expect([reading?.entry.year, reading?.entry.label, reading?.since]).toEqual([year, label, since]);
  });

  it('is none before the first alliance', () => {
    expect(readingOn(whole, null, '1991-12-31')).toBeNull();
    expect(readingOn(whole, { ...whole, founding: [] }, '1992-03-31')).toBeNull();
  });

  it('takes the year read from the report read to the day, and leaves the other years', () => {
    const exact = reportOf({ 1992: ['optimization', 'optimization'], 1993: ['optimization', 'optimization', 7] });
    const reading = readingOn(whole, exact, '1993-03-31');
    expect(reading?.entry).toMatchObject({ year: 1993, label: 'optimization', scope: 7 });
    expect(reading?.path.map((entry) => entry.year)).toEqual([1992, 1993, 1994, 1995, 1996, 1997]);
    expect(reading?.since).toBe(1992);
  });

  it('says whether the recent lens agrees, and until when it did', () => {
    expect(readingOn(whole, null, '1996-12-31')?.comparison).toEqual({ code: 'agrees' });
    expect(readingOn(whole, null, '1997-12-31')?.comparison).toEqual({
      code: 'parts',
      label: 'alliance-portfolio-development',
      lastAgreed: 1996,
    });
  });
});

it.each([
  ['2005-12-31', true],
  ['2005-04-30', false],
])('%s ends its year: %s', (day, expected) => expect(isYearEnd(day)).toBe(expected));
