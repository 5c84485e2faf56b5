import { describe, expect, it } from 'vitest';
import { EdtfDate, type Share, type Slug } from '../../kernel/index.ts';
import { type EventKind, registerOf, type RegisterRows } from '../../register/index.ts';
import { registerFrom } from '../register.test-data.ts';
import { DEFAULT_REVIEW_PARAMETERS, firmReviews, type KeptReview, toldMisalignment } from './firm-reviews.ts';
import { Fraction } from './fractions.ts';
import { misalignmentOf } from './misalignment.ts';
import { DEFAULT_CRITERIA } from './review.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;
const dated = (text: string): EdtfDate => {
  const outcome = EdtfDate.parse(text);
  if (!outcome.ok) throw new Error(`${text} is a date`);
  return outcome.value;
};

type Held = readonly [holder: string | null, share: string | null, from: string, to?: string];

/** The venture `v` of `focal` and `p` from 2001, with these stakes and events. */
function registerWith(stakes: readonly Held[], events: readonly (readonly [EventKind, string])[] = []) {
  const rows: RegisterRows = registerFrom([{ id: 'a', start: '2001', members: ['p'] }]);
  const venture = {
    ...rows.organisations[0],
    id: 'v',
    slug: 'v' as Slug,
    name: 'V',
  } as RegisterRows['organisations'][0];
  return registerOf({
    ...rows,
    organisations: [...rows.organisations, venture],
    alliances: rows.alliances.map((row) => ({ ...row, venture: 'v' })),
    stakes: stakes.map(([holder, share, from, to], at) => ({
      id: `s${at}`,
      alliance: 'a',
      issuer: 'v',
      holder,
      holders: holder === null ? 'two others' : null,
      holderCount: null,
      share: share as Share | null,
      votingShare: null,
      from: dated(from),
      to: to === undefined ? 'open' : dated(to),
    })),
    events: events.map(([kind, date], at) => ({
      id: `e${at}`,
      slug: `e${at}` as Slug,
      title: `Event ${at}`,
      date: dated(date),
      kind,
      about: [{ kind: 'organisation', id: 'v' }],
    })),
  });
}

const HELD: readonly Held[] = [
  ['p', '54', '2001'],
  ['focal', '46', '2001'],
];

const kept = (date: string, focal: number, more: Partial<KeptReview> = {}): KeptReview => ({
  id: `r-${date}`,
  alliance: 'a',
  date,
  state: 'decided',
  illustrative: false,
  criteria: DEFAULT_CRITERIA,
  members: [
    { key: 'p', name: 'p', isUnnamed: false, equity: '54' as Share },
    { key: 'focal', name: 'focal', isUnnamed: false, equity: '46' as Share },
  ],
  contributions: DEFAULT_CRITERIA.flatMap(({ key }) => [
    { criterion: key, member: 'focal', value: String(focal) as Share },
    { criterion: key, member: 'p', value: String(100 - focal) as Share },
  ]),
  ...more,
});

function reading(register: ReturnType<typeof registerWith>, reviews: readonly KeptReview[], asOf: string) {
  const [row] = firmReviews(register, FOCAL, reviews, { ...DEFAULT_REVIEW_PARAMETERS, asOf }).alliances;
  if (row === undefined) throw new Error('the venture is read');
  return row;
}

const alerts = (...given: Parameters<typeof reading>): string[] =>
  reading(...given).alerts.map((alert) => {
    if (alert.code === 'misaligned') return `misaligned by ${alert.certain ? '' : 'up to '}${alert.points}`;
    if (alert.code === 'overdue') return `overdue since ${alert.due}${alert.never ? ', never reviewed' : ''}`;
    return `${alert.trigger} ${alert.date}${alert.certain ? '' : '?'}`;
  });

describe('the reviews of a firm', () => {
  it('set equity of the day beside contribution of the last review', () => {
    const row = reading(registerWith(HELD), [kept('2014-12-31', 50), kept('2015-06-30', 60)], '2015-09-30');
    expect(row.equity.map(({ key, equity }) => [key, equity])).toEqual([
      ['p', '54'],
      ['focal', '46'],
    ]);
    expect([row.contributions, row.misalignment?.points, row.last?.date, row.due]).toEqual([
      { focal: '60', p: '40' },
      '14',
      '2015-06-30',
      '2015-12-30',
    ]);
    expect(row.history.map(({ date, misalignment }) => [date, misalignment.points])).toEqual([
      ['2014-12-31', '4'],
      ['2015-06-30', '14'],
    ]);
  });

  it.each([
    ['nothing at 10 points exactly and in time', [kept('2015-06-30', 56)], '2015-12-30', []],
    ['more than 10 points', [kept('2015-06-30', 56.5)], '2015-12-30', ['misaligned by 10.5']],
    ['a review that is a day late', [kept('2015-06-30', 46)], '2015-12-31', ['overdue since 2015-12-30']],
    ['what was never reviewed', [], '2015-06-30', ['overdue since 2001-07-01, never reviewed']],
    [
      'neither drafts nor withdrawn reviews as reviews',
      [kept('2015-06-30', 90, { state: 'draft' }), kept('2015-05-30', 90, { state: 'withdrawn' })],
      '2015-06-30',
      ['overdue since 2001-07-01, never reviewed'],
    ],
    ['nothing of a review that is still to come', [kept('2015-06-30', 46), kept('2016-06-30', 90)], '2015-12-30', []],
  ])('tell %s', (_case, reviews, asOf, expected) => {
    expect(alerts(registerWith(HELD), reviews, asOf)).toEqual(expected);
  });

  it('call for a review when a manager, a model or a stake changes after the last', () => {
    const events = [
      ['managers-and-employees', '2015-08'],
      ['production-model', '2015-09-01'],
      ['policy', '2015-09-02'],
      ['managers-and-employees', '2014'],
      ['managers-and-employees', '2015'],
    ] as const;
    const moved: readonly Held[] = [
      ['p', '54', '2001', '2015-10-01'],
      ['p', '54', '2015-10-01'],
      ['focal', '46', '2001'],
    ];
    expect(alerts(registerWith(moved, events), [kept('2015-06-30', 46)], '2015-12-01')).toEqual([
      'manager-replaced 2015?',
      'manager-replaced 2015-08',
      'model-redesigned 2015-09-01',
      'stake-changed 2015-10-01',
    ]);
  });

  it('tell of an unknown stake between which bounds it leaves the misalignment', () => {
    const two: readonly Held[] = [
      ['focal', '46', '2001'],
      [null, null, '2001'],
    ];
    const members = [
      { key: 'focal', name: 'focal', isUnnamed: false, equity: '46' as Share },
      { key: 'others-1', name: 'two others', isUnnamed: true, equity: null },
      { key: 'p', name: 'p', isUnnamed: false, equity: null },
    ];
    const contributions = DEFAULT_CRITERIA.flatMap(({ key }) =>
      [
        ['focal', '40'],
        ['others-1', '0'],
        ['p', '60'],
      ].map(([member = '', value]) => ({
        criterion: key,
        member,
        value: value as Share,
      })),
    );
    const row = reading(registerWith(two), [kept('2015-06-30', 0, { members, contributions })], '2015-07-01');
    expect(row.misalignment).toEqual({ points: null, atLeast: '6', atMost: '60' });
    expect(row.alerts).toEqual([{ code: 'misaligned', points: '60', certain: false }]);
  });

  it('compare nothing when the members are others than those reviewed', () => {
    const three: readonly Held[] = [...HELD.slice(0, 1), ['focal', '40', '2001'], [null, '6', '2001']];
    const row = reading(registerWith(three), [kept('2015-06-30', 90)], '2015-07-01');
    expect([row.membersChanged, row.misalignment, row.alerts]).toEqual([true, null, []]);
  });

  it('hold a member without a stake to have none only where the others have all', () => {
    const stakes = (share: string): readonly Held[] => [['focal', share, '2001']];
    expect(reading(registerWith(stakes('100')), [], '2002-01-01').equity.at(-1)).toMatchObject({
      key: 'p',
      equity: '0',
      isRest: true,
    });
    expect(reading(registerWith(stakes('90')), [], '2002-01-01').equity.at(-1)).toMatchObject({
      key: 'p',
      equity: null,
    });
  });

  it('take unnamed holders to be the members whose own stakes nobody states', () => {
    const together: readonly Held[] = [
      ['focal', '46', '2001'],
      [null, '54', '2001'],
    ];
    const row = reading(registerWith(together), [], '2002-01-01');
    expect(row.equity.map(({ key, equity }) => [key, equity])).toEqual([
      ['focal', '46'],
      ['p', null],
      ['others-1', '54'],
    ]);
    const parts = new Map([
      ['focal', Fraction.of(40n)],
      ['p', Fraction.of(60n)],
      ['others-1', Fraction.zero],
    ]);
    expect(toldMisalignment(misalignmentOf(row.equity, parts))).toEqual({ points: null, atLeast: '6', atMost: '60' });
  });

  it('leave out what has ended, and what has no equity', () => {
    const none = firmReviews(registerWith([]), FOCAL, [], { ...DEFAULT_REVIEW_PARAMETERS, asOf: '2015-01-01' });
    const before = firmReviews(registerWith(HELD), FOCAL, [], { ...DEFAULT_REVIEW_PARAMETERS, asOf: '2000-01-01' });
    expect([none.alliances, before.alliances]).toEqual([[], []]);
  });
});
