import { rmSync } from 'node:fs';
import path from 'node:path';
import { freshFolder, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, ninetieth, type Workload } from './figures.ts';
import { FOCAL, writeGeneratedFirm } from './generated-firm.ts';

const SEED = 20_261_122;
const REQUESTS = 60;
const WARM_UP = 5;
const WORKSPACE = 'bench';

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const product = await serveProduct(path.join(folder, 'data'));
  try {
    const begin = performance.now();
    const records = await writeGeneratedFirm(product.address, WORKSPACE, SEED);
    const writes = records / ((performance.now() - begin) / 1000);
    const address = `${product.address}/api/v1/workspaces/${WORKSPACE}/organisations/${FOCAL}/portfolio?population=all`;
    const first = await millisecondsOf(address);
    for (let run = 0; run < WARM_UP; run++) await millisecondsOf(address);
    const times: number[] = [];
    for (let run = 0; run < REQUESTS; run++) times.push(await millisecondsOf(address));
    return [
      {
        workload: 'portfolio of 500 alliances over HTTP, median',
        value: median(times),
        unit: 'ms',
        goal: 50,
        peer: `${REQUESTS} requests`,
      },
      {
        workload: 'the same, nine of ten under',
        value: ninetieth(times),
        unit: 'ms',
        goal: 50,
        peer: `${REQUESTS} requests`,
      },
      { workload: 'the same, first after a change', value: first, unit: 'ms', peer: 'one request' },
      {
        workload: `audited writes over HTTP, ${records} records`,
        value: writes,
        unit: '/s',
        goal: 250,
        atLeast: true,
        peer: '4 writers',
      },
    ];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function millisecondsOf(address: string): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`GET ${address}: ${answer.status}`);
  return performance.now() - begin;
}

/** The main question of the product, asked of a large firm. */
export const portfolioPath: Workload = { name: 'portfolio', measure };
