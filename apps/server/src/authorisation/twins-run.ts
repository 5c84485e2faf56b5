/**
 * `npm run twins -- --pairs N [--seed S] [--plant]`: pairs of worlds that differ only in what a guest, or a reader, must not
 * see, asked everything over every channel; the last line is `pairs N, differences D`. With `--plant` leaks of every kind are
 * planted in turn, and each must be found.
 */
import { parseArgs } from 'node:util';
import { setup } from '../platform/test-database.ts';
import { runPlants, runTwins } from './twins-drill.ts';
import { EXCEPTIONS } from './twins-exceptions.ts';
import { timing } from './twins-timing.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '300' },
    seed: { type: 'string', default: 'twins' },
    plant: { type: 'boolean', default: false },
  },
});
const pairs = Number(values.pairs);
const say = (line: string): void => console.log(line);
const begun = performance.now();

async function planted(): Promise<number> {
  const found = await runPlants(values.seed, { told: say });
  const missed = found.filter(({ differences }) => differences === 0).map(({ plant }) => plant);
  say(missed.length === 0 ? 'every planted leak was found' : `not found: ${missed.join(', ')}`);
  const asked = found.reduce((sum, each) => sum + each.pairs, 0);
  const differences = found.reduce((sum, each) => sum + each.differences, 0);
  say(`pairs ${asked}, differences ${differences}`);
  return missed.length > 0 ? 2 : 1;
}

async function whole(): Promise<number> {
  const { asked, granted, differences } = await runTwins(pairs, values.seed, say);
  for (const { what, why } of EXCEPTIONS) say(`not compared: ${what}; ${why}`);
  say(await timing(values.seed));
  say(
    `${asked} questions to both, ${granted.size} operations granted, ${Math.round((performance.now() - begun) / 1000)} s`,
  );
  say(`pairs ${pairs}, differences ${differences.length}`);
  return differences.length > 0 ? 1 : 0;
}

if (!Number.isInteger(pairs) || pairs < 1) {
  console.error('--pairs takes a whole number from 1.');
  process.exitCode = 2;
} else {
  const stop = await setup();
  try {
    process.exitCode = values.plant ? await planted() : await whole();
  } finally {
    await stop();
  }
}
