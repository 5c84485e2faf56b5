import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, POPULATIONS, type PortfolioReport } from '@entente/core/portfolio';
import { commandLine } from './command-line.ts';
import { areDefaults, DEFAULTS, type Parameters, parametersFrom, searchOf } from './parameters.ts';

describe('parameters in the address', () => {
  it('come back as they went', () => {
    const threshold = fc.integer({ min: 1, max: 1000 });
    const parameters: fc.Arbitrary<Parameters> = fc.record({
      population: fc.constantFrom(null, ...POPULATIONS),
      sources: fc.option(fc.uniqueArray(fc.constantFrom('000', '001', 'ffg-interview-2004-05'), { minLength: 1 })),
      window: fc.oneof(fc.constant('all' as const), fc.integer({ min: 1, max: 200 })),
      scopeAt: threshold,
      shapingAt: threshold,
      level: fc.constantFrom(...LEVELS),
    });
    fc.assert(
      fc.property(parameters, (given) => {
        expect(parametersFrom(searchOf(given))).toEqual(given);
      }),
    );
  });

  it('leave the defaults out', () => {
    expect(searchOf(DEFAULTS)).toEqual({});
    expect(areDefaults(DEFAULTS)).toBe(true);
    expect(areDefaults({ ...DEFAULTS, level: 'organisation' })).toBe(false);
  });

  it.each([
    [{ window: '0' }],
    [{ window: 'ten' }],
    [{ scopeAt: '1e9' }],
    [{ shapingAt: {} }],
    [{ population: 'friends' }],
    [{ level: 7 }],
  ])('that are no values, as %j, count as the default', (search) => {
    expect(parametersFrom(search)).toEqual(DEFAULTS);
  });

  it('read a source key that the address gave as a number', () => {
    expect(parametersFrom({ sources: 123 }).sources).toEqual(['123']);
  });
});

describe('the same on the command line', () => {
  const report = { focal: 'lioho', population: 'joint-ventures' } as PortfolioReport;

  it('says the population and only what departs from the defaults', () => {
    expect(commandLine(report, DEFAULTS, null)).toBe('npx entente portfolio lioho --population joint-ventures');
  });

  it('says every parameter that was chosen', () => {
    const parameters: Parameters = {
      population: 'joint-ventures',
      sources: ['000', '001'],
      window: 10,
      scopeAt: 4,
      shapingAt: 2,
      level: 'organisation',
    };
    expect(commandLine(report, parameters, '2005-04')).toBe(
      'npx entente portfolio lioho --population joint-ventures --sources 000,001 --window 10 --scope-at 4 --shaping-at 2 --level organisation --as-of 2005-04',
    );
  });

  it('lets no text run as a command', () => {
    expect(commandLine(report, { ...DEFAULTS, sources: ["a'; rm -rf ~"] }, null)).toContain(
      `--sources 'a'\\''; rm -rf ~'`,
    );
  });
});
