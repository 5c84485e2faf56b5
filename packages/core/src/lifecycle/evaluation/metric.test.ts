import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COURSE_DECISION } from './course-decision.ts';
import { METRIC, type Metric, type MetricReading, nextReadingDay } from './metric.ts';
import { metricState } from './metric-state.ts';

const TODAY = '2026-11-23';
const read = (day: string, value: number, key = day): MetricReading => ({
  key,
  day,
  value,
  source: null,
  comment: null,
});
const metric = (more: Partial<Metric> = {}): Metric => ({
  name: 'Orders on time',
  quadrant: 'operational',
  timing: 'leading',
  unit: '%',
  direction: 'higher',
  target: { value: 95, by: '2027-01-01' },
  everyDays: 30,
  owner: null,
  isRetired: false,
  readings: [],
  ...more,
});

describe('a metric is refused', () => {
  it.each([
    ['with two readings of a day', [read('2026-01-01', 1, 'a'), read('2026-01-01', 2, 'b')], '/readings/1/day'],
    ['with two readings of one key', [read('2026-01-01', 1, 'a'), read('2026-01-02', 2, 'a')], '/readings/1/key'],
  ])('%s', (_, readings, pointer) => {
    expect(METRIC.problems(metric({ readings }), null)).toMatchObject([{ code: 'value-refused', pointer }]);
  });
});

it('a decision on the course does not rest on one thing twice', () => {
  const basis = [
    { kind: 'paper', id: 'a' },
    { kind: 'paper', id: 'a' },
  ] as const;
  const decision = { course: 'exit', day: TODAY, by: [], reasons: 'The market is gone', basis } as const;
  expect(COURSE_DECISION.problems(decision, null)).toMatchObject([{ pointer: '/basis/1/id' }]);
  expect(COURSE_DECISION.problems({ ...decision, basis: basis.slice(1) }, null)).toEqual([]);
});

describe('how a metric stands', () => {
  it('is unknown without readings, and nothing of it is 0', () => {
    expect(metricState(metric(), TODAY)).toEqual({
      latest: null,
      change: null,
      trend: null,
      shortfall: null,
      standing: 'unknown',
      staleDays: null,
    });
  });

  it.each<readonly [string, Partial<Metric>, Partial<ReturnType<typeof metricState>>]>([
    ['short of a target that is higher', { readings: [read('2026-11-01', 90)] }, { shortfall: 5, standing: 'short' }],
    ['past it', { readings: [read('2026-11-01', 97)] }, { shortfall: -2, standing: 'reached' }],
    [
      'where lower is better',
      { direction: 'lower', target: { value: 5, by: null }, readings: [read('2026-11-01', 8)] },
      { shortfall: 3, standing: 'short' },
    ],
    [
      'missed, though it was reached later',
      { target: { value: 95, by: '2026-06-30' }, readings: [read('2026-06-01', 80), read('2026-11-01', 96)] },
      { shortfall: -1, standing: 'missed', change: 16 },
    ],
    ['without a target', { target: null, readings: [read('2026-11-01', 8)] }, { shortfall: null, standing: 'unknown' }],
    [
      'by the reading of today or before',
      { readings: [read('2026-11-01', 90), read('2026-12-01', 99)] },
      { shortfall: 5 },
    ],
    ['on the day the next reading is due', { everyDays: 22, readings: [read('2026-11-01', 90)] }, { staleDays: null }],
    ['a day later', { everyDays: 21, readings: [read('2026-11-01', 90)] }, { staleDays: 1 }],
    ['retired: nothing is due', { isRetired: true, readings: [read('2020-11-01', 90)] }, { staleDays: null }],
  ])('%s', (_, more, state) => {
    expect(metricState(metric(more), TODAY)).toMatchObject(state);
  });

  it('has the trend of the median slope, which one reading far off does not turn', () => {
    const steady = [read('2026-01-01', 1), read('2026-01-11', 2), read('2026-01-21', 3)];
    expect(metricState(metric({ readings: steady.slice(1) }), TODAY).trend).toBeNull();
    expect(metricState(metric({ readings: steady }), TODAY).trend).toEqual({
      slopeAYear: 36.525,
      verdict: 'better',
      readings: 3,
    });
    // Slopes a day between pairs: 0.1, 0.1, 0.1, then -30.3, -15.1, -10.0 from the last: the median is (-10 + 0.1) / 2.
    const broken = metricState(metric({ readings: [...steady, read('2026-01-31', -300)] }), TODAY).trend;
    expect(broken?.verdict).toBe('worse');
    const more = [...steady, read('2026-01-31', 4), read('2026-02-10', -300)];
    expect(metricState(metric({ readings: more }), TODAY).trend?.verdict).toBe('better');
    expect(metricState(metric({ direction: 'lower', readings: steady }), TODAY).trend?.verdict).toBe('worse');
  });

  it('is the same whatever the order in which the readings were written down', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, fc.infiniteStream(fc.integer({ min: -100, max: 100 })), (offsets, values) => {
        const readings = offsets.map((days) =>
          read(new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10), values.next().value as number),
        );
        const turned = [...readings].reverse();
        expect(metricState(metric({ readings: turned }), TODAY)).toEqual(metricState(metric({ readings }), TODAY));
        expect(nextReadingDay(metric({ readings: turned }))).toBe(nextReadingDay(metric({ readings })));
      }),
    );
  });

  it('tells lists when the next reading is due, and of whom', () => {
    const kept = metric({ owner: 'mei', readings: [read('2026-11-01', 90)] });
    expect(METRIC.facts(kept)).toMatchObject({ due: '2026-12-01', isOpen: true, holder: 'mei', people: ['mei'] });
    expect(METRIC.facts({ ...kept, isRetired: true })).toMatchObject({ due: null, isOpen: false });
  });
});
