import { sharingFirm } from './twins-firm.ts';
import { onlyOnes } from './twins-guest.ts';
import { openTwins } from './twins-server.ts';
import { worldsOf } from './twins-worlds.ts';

const TIMES = 200;

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** How long a room takes that is there and another's, and one that is not there: the median of 200 questions each. */
export async function timing(seed: string): Promise<string> {
  const twins = await openTwins();
  try {
    const worlds = worldsOf(twins.both, `${seed}/timing`, 0);
    const firm = await sharingFirm(worlds);
    const [denied = firm.places.alliance] = onlyOnes(worlds, 'publications', 1);
    const [a] = twins.both;
    const asked = async (id: string): Promise<number> => {
      const begun = performance.now();
      await a.ask({ method: 'GET', url: `/api/v1/rooms/${id}`, headers: { cookie: firm.guest.cookie } });
      return performance.now() - begun;
    };
    const times = { denied: [] as number[], absent: [] as number[] };
    for (let nth = 0; nth < TIMES; nth += 1) {
      times.denied.push(await asked(denied));
      times.absent.push(await asked(firm.workspace));
    }
    const shown = (of: readonly number[]): string => `${median(of).toFixed(2)} ms`;
    return `for information: a room of others takes ${shown(times.denied)}, none ${shown(times.absent)} (medians of ${TIMES})`;
  } finally {
    await twins.close();
  }
}
