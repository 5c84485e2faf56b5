import { ROUTES } from '@entente/contract/openapi';
import type { Route } from '@entente/contract/problem';
import { classedFirm, readerAsker } from './twins-classes.ts';
import { differenceOf } from './twins-difference.ts';
import { sharingFirm } from './twins-firm.ts';
import { guestAsker } from './twins-guest.ts';
import { allProbes, type Asker, type Probe } from './twins-probes.ts';
import type { Twin } from './twins-server.ts';
import { type Worlds, worldsOf } from './twins-worlds.ts';

export type Difference = {
  readonly pair: string;
  readonly operation: string;
  readonly media: string;
  readonly what: string;
};
export type PairResult = {
  readonly asked: number;
  /** Operations that answered with what was asked for, and not with a refusal. */
  readonly granted: ReadonlySet<string>;
  readonly differences: readonly Difference[];
};

/** Asks both worlds each probe in turn. */
async function askPair(worlds: Worlds, asker: Asker, email: string, routes?: readonly Route[]): Promise<PairResult> {
  const { probes, missing } = allProbes(asker, routes);
  const pair = worlds.seed;
  const differences = missing.map((operation): Difference => ({ pair, operation, media: 'any', what: 'has no probe' }));
  const granted = new Set<string>();
  await worlds.askBoth(
    probes.map(({ asked }) => asked),
    (nth, a, b) => {
      const { operation, media, asked } = probes[nth] as Probe;
      const what = a.status >= 500 ? `fails with ${a.status}` : differenceOf(a, b);
      if (what !== null) differences.push({ pair, operation, media, what: `${asked.method} ${asked.url}: ${what}` });
      if (a.status < 300) granted.add(operation);
    },
  );
  const [letters, others] = worlds.both.map(({ twin }) => JSON.stringify(twin.letters(email)));
  if (letters !== others)
    differences.push({ pair, operation: 'letters', media: 'text/plain', what: `${letters} | ${others}` });
  return { asked: probes.length, granted, differences };
}

/**
 * What is inside a workspace is nothing to a guest, whatever it is: each of its operations is asked in each third pair. All
 * others are asked in every one.
 */
const TURNS = 3;

/** Long enough that no pair of the same servers comes into the time of another. */
const SECONDS_A_PAIR = 20_000;

/** Something that holds while a pair is asked, and not while it is built. */
export type WhileAsked = (ask: () => Promise<PairResult>) => Promise<PairResult>;
const asTheyAre: WhileAsked = (ask) => ask();

/** One pair of worlds, built from a seed and asked by a guest. */
export async function guestPair(
  both: readonly [Twin, Twin],
  seed: string,
  nth: number,
  whileAsked = asTheyAre,
): Promise<PairResult> {
  const worlds = worldsOf(both, `${seed}/${nth}`, nth * SECONDS_A_PAIR);
  const firm = await sharingFirm(worlds);
  const routes = ROUTES.filter(({ path }, at) => !path.includes('{workspace}') || at % TURNS === nth % TURNS);
  return whileAsked(() => askPair(worlds, guestAsker(worlds, firm), firm.guest.email, routes));
}

/** One pair of worlds, asked by a member who reads neither CLEAN nor NEVER. */
export async function readerPair(
  both: readonly [Twin, Twin],
  seed: string,
  nth: number,
  whileAsked = asTheyAre,
): Promise<PairResult> {
  const worlds = worldsOf(both, `${seed}/reader/${nth}`, nth * SECONDS_A_PAIR + SECONDS_A_PAIR / 2);
  const firm = await classedFirm(worlds);
  return whileAsked(() => askPair(worlds, readerAsker(worlds, firm), firm.reader.email));
}
