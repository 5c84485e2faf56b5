import { expect, it } from 'vitest';
import { linesIn } from './table-lines.ts';

const open = { titled: true, open: true };

it('numbers the rows of one section from nought', () => {
  const { count, placeOf } = linesIn([{ value: null, count: 10_000, titled: false, open: true }]);
  expect(count).toBe(10_000);
  expect(placeOf(0)).toEqual({ section: 0, row: 0 });
  expect(placeOf(9_999)).toEqual({ section: 0, row: 9_999 });
});

it('gives each group a title and, where it is open, its rows', () => {
  const { count, placeOf } = linesIn([
    { value: 'oem', count: 2, ...open },
    { value: 'licence', count: 5, titled: true, open: false },
    { value: 'cluster', count: 1, ...open },
  ]);
  expect(count).toBe(6);
  expect(Array.from({ length: count }, (_, line) => placeOf(line))).toEqual([
    { section: 0, row: 'title' },
    { section: 0, row: 0 },
    { section: 0, row: 1 },
    { section: 1, row: 'title' },
    { section: 2, row: 'title' },
    { section: 2, row: 0 },
  ]);
});
