import { type Difference, guestPair, type PairResult, readerPair } from './twins-pairs.ts';
import { Leaking, type Plant, PLANTS } from './twins-leaks.ts';
import { openTwins, type Twin } from './twins-server.ts';

export type DrillResult = {
  readonly pairs: number;
  readonly asked: number;
  readonly granted: ReadonlySet<string>;
  readonly differences: readonly Difference[];
};

type Told = (line: string) => void;
const tellNobody: Told = () => undefined;

/** How many pairs of a guest go to one of a reader: whose answers are long, and who asks most. */
const GUESTS_A_READER = 10;

/** The pairs of one number: always a guest's, and now and then a reader's. */
async function pairsOf(both: readonly [Twin, Twin], seed: string, nth: number): Promise<readonly PairResult[]> {
  const guest = await guestPair(both, seed, nth);
  return nth % GUESTS_A_READER === 0 ? [guest, await readerPair(both, seed, nth)] : [guest];
}

/** So many pairs of worlds that differ only in what somebody must not see, each asked everything. */
export async function runTwins(pairs: number, seed: string, told: Told = tellNobody): Promise<DrillResult> {
  const twins = await openTwins();
  const results: PairResult[] = [];
  try {
    for (let nth = 1; nth <= pairs; nth += 1) {
      const found = await pairsOf(twins.both, seed, nth);
      results.push(...found);
      for (const { pair, operation, media, what } of found.flatMap(({ differences }) => differences))
        told(`${pair} ${operation} (${media}): ${what}`);
      if (nth % 10 === 0) told(`${nth} of ${pairs} pairs`);
    }
  } finally {
    await twins.close();
  }
  return {
    pairs,
    asked: results.reduce((sum, { asked }) => sum + asked, 0),
    granted: new Set(results.flatMap(({ granted }) => [...granted])),
    differences: results.flatMap(({ differences }) => differences),
  };
}

/** How many pairs a planted leak has to show itself in: not every pair of worlds holds what it tells. */
const TRIES = 9;

export type Planted = { readonly plant: Plant; readonly differences: number; readonly pairs: number };

/** Plants a leak of every kind in turn, and looks until it is found. */
export async function runPlants(
  seed: string,
  { plants = PLANTS, told = tellNobody }: { readonly plants?: readonly Plant[]; readonly told?: Told } = {},
): Promise<readonly Planted[]> {
  const leaking = new Leaking();
  const twins = await openTwins((side) => [leaking.room(side)]);
  leaking.use(twins.both);
  const found: Planted[] = [];
  let nth = 0;
  try {
    for (const plant of plants) {
      const pairOf = leaking.isOfReaders(plant) ? readerPair : guestPair;
      let differences = 0;
      let pairs = 0;
      while (differences === 0 && pairs < TRIES) {
        nth += 1;
        pairs += 1;
        const result = await pairOf(twins.both, seed, nth, async (ask) => {
          const takeOut = await leaking.plant(plant);
          return ask().finally(takeOut);
        });
        differences = result.differences.length;
      }
      found.push({ plant, differences, pairs });
      told(`${plant}: ${differences === 0 ? 'NOT FOUND' : `${differences} differences`} in ${pairs} pairs`);
    }
  } finally {
    await twins.close();
  }
  return found;
}
