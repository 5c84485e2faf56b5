import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALLIANCE_ADVANTAGES,
  ALLIANCE_DISADVANTAGES,
  ALLIANCE_MARKS,
  ALLIANCE_TEST,
  allianceVerdict,
  ARRANGEMENTS,
  type ArrangementScore,
  CHARTER,
  type Charter,
  charterGaps,
  comparedArrangements,
  type Expectation,
  expectationTally,
  EXPECTATIONS,
  MODE_COMPARISON,
  type ModeComparison,
} from '../index.ts';

const answersWith = (changed: Readonly<Record<string, 'yes' | 'no' | 'unknown'>>) =>
  ALLIANCE_MARKS.map((mark) => ({ mark, answer: changed[mark] ?? ('yes' as const), reason: '' }));
const anyAnswers = fc
  .tuple(...ALLIANCE_MARKS.map(() => fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)))
  .map((given) => ALLIANCE_MARKS.map((mark, at) => ({ mark, answer: given[at] ?? 'unknown', reason: '' })));

describe('whether it is an alliance', () => {
  it.each<readonly [string, Record<string, 'no' | 'unknown'>, readonly unknown[]]>([
    ['all marks answered yes', {}, ['alliance', []]],
    ['one mark unknown', { contractual: 'unknown' }, ['undecided', []]],
    [
      'bought on the market: short, nothing shared',
      { 'long-term': 'no', resources: 'no' },
      ['none', ['market-exchange']],
    ],
    ['one firm merged into the other', { autonomous: 'no' }, ['none', ['merger-or-acquisition']]],
    ['one mark fails and another is unknown', { voluntary: 'no', contractual: 'unknown' }, ['none', []]],
  ])('%s', (_name, changed, [verdict, instead]) => {
    expect(allianceVerdict(answersWith(changed))).toMatchObject({ verdict, instead });
  });

  it('nobody has answered: undecided, every mark unknown', () => {
    expect(allianceVerdict([])).toMatchObject({ verdict: 'undecided', unknown: ALLIANCE_MARKS });
  });

  it('does not hang on the order of the answers, and is an alliance if and only if every mark is', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { verdict } = allianceVerdict(answers);
        expect(allianceVerdict([...answers].reverse()).verdict).toBe(verdict);
        expect(verdict === 'alliance').toBe(answers.every(({ answer }) => answer === 'yes'));
      }),
    );
  });

  it('refuses a mark that is answered twice', () => {
    const answers = [...answersWith({}), { mark: 'voluntary' as const, answer: 'no' as const, reason: '' }];
    expect(ALLIANCE_TEST.problems({ answers }, null)).toMatchObject([{ pointer: '/answers/7/mark' }]);
  });
});

const CRITERIA = [
  { key: 'access', text: 'Access', weight: 3 },
  { key: 'speed', text: 'Speed', weight: 1 },
];
const comparison = (table: Readonly<Record<string, readonly (number | null)[]>>): ModeComparison => ({
  objective: '',
  criteria: CRITERIA,
  scores: ARRANGEMENTS.flatMap((arrangement) =>
    CRITERIA.map(
      ({ key }, at): ArrangementScore => ({
        criterion: key,
        arrangement,
        score: table[arrangement]?.[at] ?? null,
        reason: '',
      }),
    ),
  ),
  decision: null,
});

describe('the four arrangements', () => {
  it('are ranked by weighted scores; one that is not judged on all criteria is left out and told', () => {
    const compared = comparedArrangements(
      comparison({
        'market-exchange': [1, 5],
        'internal-growth': [2, 1],
        alliance: [5, 4],
        'merger-or-acquisition': [3, null],
      }),
    );
    if (!compared.ok) throw new Error(compared.problems[0]?.message);
    // By hand: access 1, 2, 5 -> 0, 1/4, 1; speed 5, 1, 4 -> 1, 0, 3/4; weights 3/4 and 1/4.
    expect(compared.value.ranking.scores).toEqual([
      { alternative: 'market-exchange', score: 0.25, rank: 2 },
      { alternative: 'internal-growth', score: 0.1875, rank: 3 },
      { alternative: 'alliance', score: 0.9375, rank: 1 },
    ]);
    expect(compared.value.ranking.unranked).toEqual([{ alternative: 'merger-or-acquisition', criteria: ['speed'] }]);
    // The market overtakes where 1 - w = w * 0 + ...: alliance leads while w + 0.75 (1 - w) > 1 - w, that is w > 0.2.
    expect(compared.value.sensitivity.intervals[0]).toMatchObject({
      criterion: 'access',
      to: 1,
      below: ['market-exchange'],
    });
    expect(compared.value.sensitivity.intervals[0]?.from).toBeCloseTo(0.2, 12);
  });

  it.each<readonly [string, ModeComparison, string]>([
    ['no criterion', { ...comparison({}), criteria: [] }, 'criteria-missing'],
    ['nothing judged', comparison({}), 'criterion-empty'],
    ['one arrangement judged alone', comparison({ alliance: [5, 5] }), 'alternatives-too-few'],
    [
      'weights of 0 alone',
      {
        ...comparison({ alliance: [5, 5], 'internal-growth': [1, 1] }),
        criteria: CRITERIA.map((each) => ({ ...each, weight: 0 })),
      },
      'weights-zero',
    ],
  ])('are not ranked with %s', (_name, given, code) => {
    const compared = comparedArrangements(given);
    expect(compared.ok ? [] : compared.problems.map((each) => each.code)).toContain(code);
  });

  it('that are equal on every criterion share the first rank', () => {
    const all = Object.fromEntries(ARRANGEMENTS.map((each) => [each, [3, 3]]));
    const compared = comparedArrangements(comparison(all));
    expect(compared.ok && compared.value.ranking.scores.map(({ rank }) => rank)).toEqual([1, 1, 1, 1]);
  });

  it('refuse scores on a criterion that is not there, and scores and criteria that are given twice', () => {
    const one: ArrangementScore = { criterion: 'access', arrangement: 'alliance', score: 1, reason: '' };
    const problems = MODE_COMPARISON.problems(
      {
        objective: '',
        criteria: [...CRITERIA, { key: 'speed', text: 'Again', weight: 1 }],
        scores: [one, one, { ...one, criterion: 'gone' }],
        decision: null,
      },
      null,
    );
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/criteria/2/key', '/scores/1', '/scores/2']);
  });
});

const expectation = (more: Partial<Expectation>): Expectation => ({
  point: 'learning',
  expected: null,
  words: '',
  outcome: null,
  outcomeWords: '',
  ...more,
});

describe('expectations', () => {
  it('are the ten advantages and nine disadvantages of source 002', () => {
    expect([ALLIANCE_ADVANTAGES.length, ALLIANCE_DISADVANTAGES.length]).toEqual([10, 9]);
  });

  it('are counted against what came; what nobody expected is a surprise', () => {
    const points = [
      expectation({ expected: true, outcome: 'came' }),
      expectation({ expected: true, outcome: 'partly' }),
      expectation({ expected: true, outcome: 'not' }),
      expectation({ expected: true }),
      expectation({ expected: false, outcome: 'came' }),
      expectation({ outcome: 'partly' }),
      expectation({}),
    ];
    expect(expectationTally(points)).toEqual({ expected: 4, came: 1, partly: 1, failed: 1, awaited: 1, surprises: 2 });
  });

  it('of points that are not on the list, or twice, are refused', () => {
    const given = [expectation({}), expectation({}), expectation({ point: 'fame' })];
    const problems = EXPECTATIONS.problems({ advantages: given, disadvantages: given }, null);
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/advantages/1/point',
      '/advantages/2/point',
      '/disadvantages/0/point',
      '/disadvantages/1/point',
      '/disadvantages/2/point',
    ]);
  });
});

const CHARTERED: Charter = {
  purpose: 'Lathes',
  ourObjectives: 'Ours',
  mutualObjectives: 'Shared',
  scope: 'China',
  outOfScope: 'Japan',
  success: 'Profit in the third year',
  limits: 'Two expatriates',
  sponsor: 'one',
  manager: 'other',
  approvedOn: '2003-10-01',
  reviewOn: '2004-10-01',
};

describe('a charter', () => {
  it('tells the parts of which nothing is said', () => {
    expect(charterGaps(CHARTERED)).toEqual([]);
    expect(charterGaps({ ...CHARTERED, limits: '  ', sponsor: null })).toEqual(['limits', 'sponsor']);
  });

  it('is due when it is to be reviewed, by its manager, and open while nobody approved it', () => {
    expect(CHARTER.facts(CHARTERED)).toMatchObject({ due: '2004-10-01', isOpen: true, holder: 'other' });
    expect(CHARTER.facts({ ...CHARTERED, reviewOn: null })).toMatchObject({ due: null, isOpen: false });
    expect(CHARTER.facts({ ...CHARTERED, reviewOn: null, approvedOn: null }).isOpen).toBe(true);
  });

  it('is not reviewed before it was approved', () => {
    const problems = CHARTER.problems({ ...CHARTERED, reviewOn: '2003-09-30' }, null);
    expect(problems).toMatchObject([{ code: 'period-reversed', pointer: '/reviewOn' }]);
  });
});
