import { expect, test } from 'vitest';
import { orderedIds } from './ordered-ids.ts';

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids of rows written at once are random UUIDs, all different, in growing order but for one turn at most', () => {
  const next = orderedIds();
  const ids = Array.from({ length: 5000 }, next);
  expect(ids.filter((id) => !UUID_4.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const turns = ids.filter((id, index) => index > 0 && id <= (ids[index - 1] ?? ''));
  expect(turns.length).toBeLessThanOrEqual(1);
});

test('two makers begin at different places', () => {
  expect(orderedIds()().slice(0, 8)).not.toBe(orderedIds()().slice(0, 8));
});
