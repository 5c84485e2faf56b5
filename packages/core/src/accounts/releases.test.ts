import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDerivable } from './derivable.ts';
import {
  type Contribution,
  contributorsOf,
  releasableAggregate,
  type Statistic,
  STATISTICS,
  type ToldAggregate,
  USUAL_RULE,
} from './index.ts';

/** One figure each, of contributors a, b, c … */
const figures = (...values: readonly number[]): readonly Contribution[] =>
  values.map((value, nth) => {
    const contributor = String.fromCodePoint(97 + nth);
    return { record: `${contributor}1`, contributor, value: String(value), isPart: false };
  });

const judged = (
  statistic: Statistic,
  contributions: readonly Contribution[],
  told: readonly ToldAggregate[] = [],
  more: { readonly threshold?: number; readonly known?: readonly string[] } = {},
) =>
  releasableAggregate({
    statistic,
    contributions,
    rule: { ...USUAL_RULE, threshold: more.threshold ?? USUAL_RULE.threshold },
    told,
    known: new Set(more.known),
  });
const codeOf = (outcome: ReturnType<typeof judged>): string =>
  outcome.ok ? 'released' : (outcome.problems[0]?.code ?? '');
const valueOf = (outcome: ReturnType<typeof judged>) =>
  outcome.ok ? [outcome.value.value, outcome.value.valueTo] : codeOf(outcome);
const picked = (contributions: readonly Contribution[], names: string): readonly Contribution[] =>
  contributions.filter(({ contributor }) => names.includes(contributor));
const told = (contributions: readonly Contribution[], names: string, statistic: Statistic = 'sum'): ToldAggregate => ({
  statistic,
  contributions: picked(contributions, names),
});

describe('an aggregate', () => {
  test.each([
    ['count', [10, 20, 30], ['3', null]],
    ['sum', [10.5, 20, 30], ['60.5', null]],
    ['sum', [0.1, 0.2, 0.3], ['0.6', null]],
    ['mean', [10, 20, 25], ['18.33', null]],
    ['median', [10, 23, 41], ['20', '30']],
    ['median', [10, 20, 29, 41], ['20', '30']],
    ['median', [0, 0, 41], ['0', null]],
    ['band', [137, 41, 60, 80], ['40', '150']],
    ['band', [10, 10, 10, 10], ['10', '15']],
    ['band', [0.099, 0.1, 0, 0.05], ['0', '0.15']],
    ['band', [-35, 10, 10, 12], ['-40', '15']],
  ] as const)('%s of %j is %j', (statistic, values, expected) => {
    expect(valueOf(judged(statistic, figures(...values)))).toEqual(expected);
  });

  test('share is what a part has in the whole, where part and rest could each be released', () => {
    const parted = figures(10, 20, 30, 40, 50, 60).map((each, nth) => ({ ...each, isPart: nth < 3 }));
    expect(valueOf(judged('share', parted))).toEqual(['28.6', null]);
    expect(codeOf(judged('share', parted.slice(0, 5)))).toBe('too-few-contributors');
    expect(codeOf(judged('share', parted.slice(1)))).toBe('too-few-contributors');
  });

  test('tells nobody’s own figure: between the ends of what is told any other figure tells the same', () => {
    const size = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 0.999, noNaN: true }), (figure, within) => {
        const four = (value: number) => figures(value, value, value, value);
        const [from = '', to = ''] = valueOf(judged('band', four(figure)));
        expect(Number(from)).toBeLessThanOrEqual(figure);
        expect(Number(to)).toBeGreaterThan(figure);
        expect(Number(to) / Number(from)).toBeGreaterThan(1.2499);
        const other = Number(from) + within * (Number(to) - Number(from));
        expect(valueOf(judged('band', four(other)))).toEqual([from, to]);
        expect(valueOf(judged('median', four(-figure)))).toEqual([`-${to}`, `-${from}`]);
      }),
    );
  });
});

describe('an aggregate is refused', () => {
  test.each([
    ['of two organisations', 'sum', figures(10, 20), 'too-few-contributors'],
    [
      'of three records of two organisations',
      'mean',
      [...figures(10, 20), { record: 'a2', contributor: 'a', value: '12', isPart: false }],
      'too-few-contributors',
    ],
    ['where one has more than half', 'sum', figures(101, 50, 50), 'contributor-dominates'],
    ['where one has more than half, of the mean too', 'mean', figures(-101, 50, 50), 'contributor-dominates'],
    ['where the rest beside the two largest is next to nothing', 'sum', figures(50, 50, 1, 1), 'contributor-dominates'],
    ['where all figures are zero', 'sum', figures(0, 0, 0), 'contributor-dominates'],
    ['where all figures are zero, of the median too', 'median', figures(0, 0, 0), 'contributor-dominates'],
    ['of least and largest of only three', 'band', figures(10, 20, 30), 'too-few-contributors'],
  ] as const)('%s', (_, statistic, contributions, code) => {
    expect(codeOf(judged(statistic, contributions))).toBe(code);
  });

  test('a count and a median of what one dominates are not', () => {
    expect(codeOf(judged('count', figures(1000, 1, 1)))).toBe('released');
    expect(codeOf(judged('median', figures(1000, 10, 11)))).toBe('released');
  });

  test('by as many contributors as the workspace asks for', () => {
    expect(codeOf(judged('sum', figures(10, 20, 25, 30), [], { threshold: 5 }))).toBe('too-few-contributors');
    expect(codeOf(judged('sum', figures(10, 20, 25, 30, 35), [], { threshold: 5 }))).toBe('released');
  });
});

describe('after earlier releases', () => {
  const all = figures(10, 11, 12, 13, 14, 15, 16, 17, 18);

  test.each([
    ['one organisation more', ['abc'], 'abcd', 'aggregate-derivable'],
    ['two organisations more', ['abc'], 'abcde', 'aggregate-derivable'],
    ['three organisations more', ['abc'], 'abcdef', 'released'],
    ['one exchanged for another', ['abc'], 'abd', 'aggregate-derivable'],
    ['none in common', ['abc'], 'def', 'released'],
    ['the very same', ['abc'], 'abc', 'released'],
    ['what three releases together would tell', ['abc', 'def'], 'abcdefg', 'aggregate-derivable'],
    ['three more than three releases together', ['abc', 'def'], 'abcdefghi', 'released'],
  ])('%s', (_, earlier, names, code) => {
    const before = earlier.map((each) => told(all, each));
    expect(codeOf(judged('mean', picked(all, names), before))).toBe(code);
  });

  test('a corrected figure of one organisation is not told by its difference', () => {
    const corrected = figures(10, 11, 20);
    expect(codeOf(judged('sum', corrected, [told(all, 'abc')]))).toBe('aggregate-derivable');
  });

  test('what most of the difference is one organisation’s is not told', () => {
    const uneven = figures(10, 11, 12, 900, 1, 1, 2000, 2000, 2000);
    expect(codeOf(judged('sum', picked(uneven, 'abcdefghi'), [told(uneven, 'abcghi')]))).toBe('aggregate-derivable');
  });

  test('each further statistic over the same figures takes another organisation', () => {
    expect(codeOf(judged('mean', picked(all, 'abc'), [told(all, 'abc', 'sum')]))).toBe('released');
    expect(codeOf(judged('median', picked(all, 'abc'), [told(all, 'abc', 'sum')]))).toBe('too-few-contributors');
    expect(codeOf(judged('median', picked(all, 'abcd'), [told(all, 'abcd', 'sum')]))).toBe('released');
    expect(codeOf(judged('band', picked(all, 'abcd'), [told(all, 'abcd', 'sum')]))).toBe('too-few-contributors');
  });

  test('figures that everybody may read by now protect nobody, as long as they are the same', () => {
    expect(codeOf(judged('sum', picked(all, 'abcd'), [], { known: ['a1 9', 'b1 9'] }))).toBe('released');
    expect(codeOf(judged('sum', picked(all, 'abcd'), [], { known: ['a1 10'] }))).toBe('released');
    expect(codeOf(judged('sum', picked(all, 'abcd'), [], { known: ['a1 10', 'b1 11'] }))).toBe('aggregate-derivable');
  });
});

/**
 * Whether some combination with coefficients from -2 to 2 falls on fewer than `threshold` contributors: all that is derivable
 * from up to four sums, since the coefficients of a combination of least support are determinants of three rows of 0 and 1.
 */
function isFoundByTrying(sums: readonly (readonly Contribution[])[], threshold: number): boolean {
  const combinations = sums.reduce<readonly (readonly number[])[]>(
    (lists) => lists.flatMap((list) => [-2, -1, 0, 1, 2].map((times) => [...list, times])),
    [[]],
  );
  return combinations.some((times) => {
    const weights = new Map<string, number>();
    for (const [nth, sum] of sums.entries())
      for (const { record } of sum) weights.set(record, (weights.get(record) ?? 0) + (times[nth] ?? 0));
    const touched = [...weights].filter(([, weight]) => weight !== 0).map(([record]) => record.charAt(0));
    return touched.length > 0 && new Set(touched).size < threshold;
  });
}

/** Eight records of seven contributors: a has two. */
const POOL: readonly Contribution[] = [
  ...figures(31, 37, 41, 43, 47, 53, 59),
  { record: 'a2', contributor: 'a', value: '29', isPart: false },
];
const choice = fc.subarray([...POOL], { minLength: 1 });

describe('what can be derived', () => {
  test('is just what trying every combination of up to four sums finds', () => {
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 5 }),
        (sums, threshold) => {
          const summands = sums.map((sum) => sum.map(({ record, contributor }) => ({ figure: record, contributor })));
          expect(isDerivable(summands, threshold)).toBe(isFoundByTrying(sums, threshold));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('is never of fewer contributors than the threshold, after any sequence of proposals', () => {
    const proposal = fc.record({ statistic: fc.constantFrom(...STATISTICS), chosen: choice, cut: fc.nat(8) });
    let several = 0;
    fc.assert(
      fc.property(fc.array(proposal, { maxLength: 12 }), fc.integer({ min: 3, max: 4 }), (proposals, threshold) => {
        const released: ToldAggregate[] = [];
        for (const { statistic, chosen, cut } of proposals) {
          const contributions = chosen.map((each, nth) => ({ ...each, isPart: nth < cut }));
          if (judged(statistic, contributions, released, { threshold }).ok) released.push({ statistic, contributions });
        }
        for (const { contributions } of released)
          expect(new Set(contributions.map(({ contributor }) => contributor)).size).toBeGreaterThanOrEqual(threshold);
        const sums = released
          .filter(({ statistic }) => ['sum', 'mean'].includes(statistic))
          .map(({ contributions }) => contributions);
        const distinct = [...new Map(sums.map((sum) => [sum.map(({ record }) => record).join(' '), sum])).values()];
        several += Number(distinct.length > 1);
        expect(isFoundByTrying(distinct.slice(0, 4), threshold)).toBe(false);
      }),
      { numRuns: 300 },
    );
    expect(several).toBeGreaterThan(10);
  });

  test('is refused to be told where the question grows too large', () => {
    const many = Array.from({ length: 30 }, (_, nth) => ({ figure: `f${nth}`, contributor: `c${nth}` }));
    const sums = many.map((_, nth) => many.filter((__, at) => (at * 7 + nth * nth) % 5 > 1));
    expect(isDerivable(sums, 9)).toBe(true);
  });
});

describe('who contributes', () => {
  test('is an organisation together with all that ever shared a house with it', () => {
    const leads = contributorsOf([
      ['a', 'h'],
      ['b', 'h'],
      ['b', 'i'],
      ['c', 'i'],
      ['d', 'j'],
    ]);
    expect([...leads]).toEqual([
      ['a', 'a'],
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'd'],
    ]);
  });
});
