import { describe, expect, it } from 'vitest';
import { HORIZONS, horizonOf, todaySearchFrom, withHorizon } from './today-search.ts';

describe('the address of the page', () => {
  it.each<readonly [string, Record<string, unknown>, object, number]>([
    ['nothing', {}, {}, 14],
    ['what it says anyway', { whose: 'mine', days: '14' }, {}, 14],
    ['what is none of its choices', { whose: 'yours', days: '365' }, {}, 14],
    ['no number', { days: ['7'] }, { days: '7' }, 7],
    ['everybody’s of a month', { whose: 'all', days: '30', focal: 'cmc' }, { whose: 'all', days: '30' }, 30],
  ])('is read where it holds %s', (_name, search, read, days) => {
    const found = todaySearchFrom(search);
    expect([found, horizonOf(found)]).toEqual([read, days]);
  });

  it('keeps each horizon, and whose', () => {
    for (const days of HORIZONS) {
      const kept = withHorizon({ whose: 'all', days: '7' }, days);
      expect([horizonOf(todaySearchFrom(kept)), kept.whose]).toEqual([days, 'all']);
    }
  });
});
