import { afterAll, expect, test } from 'vitest';
import { runMatrix } from './authorisation-matrix.ts';
import { openMatrixWorld } from './matrix-setting.ts';

const world = await openMatrixWorld();
afterAll(world.close);

test('every operation, asked by every persona in every relation, answers as the table of roles says', async () => {
  const { cells, wrong } = await runMatrix(world);
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(10_000);
});
