import { describe, expect, it, test } from 'vitest';
import { groupsTurned, isOpenGroup, isSameOpened } from './table-groups.ts';

const SHORT = 40;
const LONG = 10_000;

describe('groups', () => {
  it('are open in a short table and closed in a long one until somebody turns them', () => {
    expect([isOpenGroup(null, 'oem', SHORT), isOpenGroup(null, 'oem', LONG)]).toEqual([true, false]);
  });

  test.each([SHORT, LONG])('turned one by one, in a table of %d rows, leave the others as they are', (rows) => {
    const once = groupsTurned(null, 'oem', rows);
    const twice = groupsTurned(once, null, rows);
    const turned = rows === LONG;
    expect(['oem', null, 'licence'].map((value) => isOpenGroup(twice, value, rows))).toEqual([turned, turned, !turned]);
    expect(groupsTurned(groupsTurned(twice, 'oem', rows), null, rows)).toBeNull();
  });

  it('stay as a link says, however long the table has become', () => {
    const opened = groupsTurned(null, 'oem', SHORT);
    expect([isOpenGroup(opened, 'oem', LONG), isOpenGroup(opened, 'licence', LONG)]).toEqual([false, true]);
  });

  it('beyond the most that are kept let the first go', () => {
    let opened = groupsTurned(null, '0', LONG);
    for (let at = 1; at <= 200; at += 1) opened = groupsTurned(opened, String(at), LONG);
    expect(opened?.but).toHaveLength(200);
    expect([isOpenGroup(opened, '0', LONG), isOpenGroup(opened, '200', LONG)]).toEqual([false, true]);
  });

  it('are the same in whatever order they were turned', () => {
    expect(isSameOpened({ all: true, but: ['is:a', 'empty'] }, { all: true, but: ['empty', 'is:a'] })).toBe(true);
    expect(isSameOpened({ all: true, but: [] }, { all: false, but: [] })).toBe(false);
    expect(isSameOpened({ all: true, but: [] }, null)).toBe(false);
  });
});
