import { describe, expect, it } from 'vitest';
import { asOfFrom } from './as-of.ts';
import { axisOf, neighbourOf, positionOf, stopAt, ticksOf } from './as-of-steps.ts';

const ticks = ticksOf([
  { date: '2003-04', label: 'die casting' },
  { date: '1995~', label: 'Fujiwa' },
  { date: '2003', label: 'a year only' },
  { date: '1995', label: 'Sichuan' },
  { date: '2010/2015', label: 'four ventures' },
  { date: '../2001', label: 'no lower bound' },
  { date: 'once', label: 'no date' },
]);

describe('stops of the as-of control', () => {
  it('joins events of one date, writes a vague date as its first year, and leaves out what has no date', () => {
    expect(ticks.map((tick) => [tick.text, tick.labels])).toEqual([
      ['1995', ['Fujiwa', 'Sichuan']],
      ['2003-04', ['die casting']],
      ['2003', ['a year only']],
      ['2010', ['four ventures']],
    ]);
  });

  it.each([
    ['2003-04-30', 1, '2003'],
    ['2003-12-31', 1, '2010'],
    ['2010-12-31', 1, undefined],
    ['2003-12-31', -1, '2003-04'],
    ['1995-12-31', -1, undefined],
    ['1900-01-01', 1, '1995'],
  ] as const)('steps from %s by %i to %s', (day, direction, text) => {
    expect(neighbourOf(ticks, day, direction)?.text).toBe(text);
  });

  it('visits every stop once, in both directions', () => {
    const forth: string[] = [];
    for (let tick = neighbourOf(ticks, '0001-01-01', 1); tick; tick = neighbourOf(ticks, tick.day, 1))
      forth.push(tick.text);
    const back: string[] = [];
    for (let tick = neighbourOf(ticks, '9999-12-31', -1); tick; tick = neighbourOf(ticks, tick.day, -1))
      back.push(tick.text);
    expect(forth).toEqual(['1995', '2003-04', '2003', '2010']);
    expect(back).toEqual(forth.toReversed());
  });
});

describe('the axis of the as-of control', () => {
  const axis = axisOf(ticks, '2026-11-22');

  it('runs from the first event to this year, and still has a length without events', () => {
    expect(axis).toEqual({ from: 1995, to: 2026 });
    expect(axisOf([], '2026-11-22')).toEqual({ from: 2025, to: 2026 });
  });

  it('keeps every place within its ends', () => {
    expect(positionOf('1995-01-01', axis)).toBe(0);
    expect(positionOf('2026-12-31', axis)).toBeGreaterThan(0.99);
    expect(positionOf('1800-01-01', axis)).toBe(0);
    expect(positionOf('2400-01-01', axis)).toBe(1);
  });

  it('catches a stop that is near and reads the year where none is', () => {
    expect(stopAt(positionOf('2003-04-28', axis), ticks, axis, 0.01)).toBe('2003-04');
    expect(stopAt(positionOf('2007-06-15', axis), ticks, axis, 0.01)).toBe('2007');
    expect(stopAt(1, ticks, axis, 0.01)).toBe('2026');
  });
});

describe('the date in the address', () => {
  it.each([
    ['2005', { text: '2005', day: '2005-12-31' }],
    ['2004-02', { text: '2004-02', day: '2004-02-29' }],
    ['2005-13', { text: null, day: '2026-11-22' }],
    ['<script>', { text: null, day: '2026-11-22' }],
    [undefined, { text: null, day: '2026-11-22' }],
  ])('%s reads as %o', (text, expected) => {
    expect(asOfFrom(text, '2026-11-22')).toEqual(expected);
  });
});
