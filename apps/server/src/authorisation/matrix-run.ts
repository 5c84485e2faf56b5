/** `npm run matrix`: the whole authorisation matrix on a database of its own; the last line is `cells N, wrong W`. */
import { setup } from '../platform/test-database.ts';
import { runMatrix } from './authorisation-matrix.ts';
import { runPairs } from './matrix-pairs.ts';
import { openMatrixWorld } from './matrix-setting.ts';

const stop = await setup();
try {
  const world = await openMatrixWorld();
  const matrix = await runMatrix(world);
  const pairs = await runPairs(world);
  await world.close();
  const wrong = [...matrix.wrong, ...pairs.wrong];
  for (const { cell, why } of wrong) console.log(`${cell}: ${why}`);
  console.log(`cells ${matrix.cells + pairs.cells}, wrong ${wrong.length}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  await stop();
}
