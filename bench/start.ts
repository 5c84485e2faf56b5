import { rmSync } from 'node:fs';
import path from 'node:path';
import { freshFolder, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, type Workload } from './figures.ts';
import { memoryOf } from './memory.ts';

const WARM_STARTS = 5;
const REST_SECONDS = 10;

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  try {
    const cold = await secondsToHealthy(dataFolder);
    const warm: number[] = [];
    for (let run = 0; run < WARM_STARTS; run++) warm.push(await secondsToHealthy(dataFolder));
    return [
      { workload: 'cold start: new data folder to healthy', value: cold, unit: 's', peer: 'none' },
      { workload: `warm start, median of ${WARM_STARTS}`, value: median(warm), unit: 's', goal: 3, peer: 'none' },
      await memoryAtRest(dataFolder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function secondsToHealthy(dataFolder: string): Promise<number> {
  const begin = performance.now();
  const product = await serveProduct(dataFolder);
  const seconds = (performance.now() - begin) / 1000;
  await product.stop();
  return seconds;
}

async function memoryAtRest(dataFolder: string): Promise<Figure> {
  const product = await serveProduct(dataFolder);
  try {
    await new Promise((resolve) => setTimeout(resolve, REST_SECONDS * 1000));
    const value = product.process.pid === undefined ? null : memoryOf(product.process.pid, dataFolder);
    return { workload: 'memory at rest: server and PostgreSQL, PSS', value, unit: 'MB', goal: 300, peer: 'none' };
  } finally {
    await product.stop();
  }
}

/** How long a newcomer waits, how long everyone else, and what it costs to leave it running. */
export const start: Workload = { name: 'start', measure };
