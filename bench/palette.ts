import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freshFolder, type ServedProduct, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, ninetieth, type Workload } from './figures.ts';

const SEED = 20_261_122;
const ALLIANCES = 100_000;
const WORKSPACE = 'bench';
const ROUNDS = 8;
/** What people type on their way to a name: a letter more each time, other scripts, common and absent words. */
const TYPED = [
  't',
  'ta',
  'tak',
  'taka',
  'takama',
  '高',
  '高松',
  'たか',
  'machinery',
  'kashi works',
  'plant in',
  'no such',
];

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  const product = await serveProduct(dataFolder);
  try {
    await fill(product, dataFolder);
    const first = await millisecondsOf(product, '');
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const typed of TYPED) times.push(await millisecondsOf(product, typed));
    }
    await post(product, `/workspaces/${WORKSPACE}/organisations`, { name: 'Takamatsu Machinery' });
    const changed = await millisecondsOf(product, 'takamatsu machinery');
    const peer = `${times.length} requests, ${TYPED.length} texts`;
    const workload = `search of a workspace of ${ALLIANCES} alliances over HTTP, median`;
    return [
      { workload, value: median(times), unit: 'ms', goal: 50, peer },
      { workload: 'the same, nine of ten under', value: ninetieth(times), unit: 'ms', peer },
      { workload: 'the same, first after a change', value: changed, unit: 'ms', peer: 'one request' },
      { workload: 'reading the names when the palette first opens', value: first, unit: 'ms', peer: 'one request' },
    ];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts the generated register in, by a process that enters as the command line does. */
async function fill(product: ServedProduct, dataFolder: string): Promise<void> {
  await post(product, '/workspaces', { slug: WORKSPACE, name: WORKSPACE });
  const program = path.join(import.meta.dirname, 'palette-register.mjs');
  const child = spawn(process.execPath, [program, WORKSPACE, String(ALLIANCES), String(SEED)], {
    env: { ...process.env, ENTENTE_DATA: dataFolder, PORT: new URL(product.address).port },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`palette-register.mjs ended with code ${String(code)}`);
}

async function post(product: ServedProduct, where: string, body: unknown): Promise<void> {
  const answer = await fetch(`${product.address}/api/v1${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${where}: ${answer.status} ${await answer.text()}`);
}

async function millisecondsOf(product: ServedProduct, typed: string): Promise<number> {
  const begin = performance.now();
  const address = `${product.address}/api/v1/workspaces/${WORKSPACE}/search?limit=12&q=${encodeURIComponent(typed)}`;
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`GET ${address}: ${answer.status}`);
  return performance.now() - begin;
}

/** How quickly a large register answers while somebody types a name. */
export const palette: Workload = { name: 'palette', measure };
