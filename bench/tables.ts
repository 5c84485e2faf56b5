import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freshFolder, type ServedProduct, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, ninetieth, type Workload } from './figures.ts';
import { fill } from './filled-product.ts';

const SEED = 20_261_122;
const ALLIANCES = 100_000;
const WORKSPACE = 'bench';
const ROUNDS = 5;

/** Pages that somebody asks for while they filter and order a table; `%` is another year each round, so that none is counted before. */
const PAGES = [
  'filter=form:is:licence&filter=start:in:%',
  'filter=start:before:%&sort=name',
  'filter=form:not:supply&filter=start:after:%&sort=-start,name',
  'filter=name:has:works&filter=start:in:%',
  'filter=start:after:%&sort=form,-start',
  'q=ta&filter=start:in:%',
  'filter=end:empty&filter=start:before:%&offset=5000',
];

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  const product = await serveProduct(dataFolder);
  try {
    await fill(product, dataFolder, { workspace: WORKSPACE, alliances: ALLIANCES, seed: SEED });
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const year = String(1990 + 4 * round);
      for (const page of PAGES) times.push((await taken(product, `?${page.replace('%', year)}`)).milliseconds);
    }
    const again = await taken(product, `?${PAGES[0]?.replace('%', '1990')}`);
    const counted = await taken(product, '/summary?group=form');
    const peer = `${times.length} requests, each count a first one`;
    const workload = `filtered page of ${ALLIANCES} alliances over HTTP, count included, median`;
    return [
      { workload, value: median(times), unit: 'ms', goal: 100, peer },
      { workload: 'the same, nine of ten under', value: ninetieth(times), unit: 'ms', peer },
      { workload: 'the same page again', value: again.milliseconds, unit: 'ms', peer: 'one request' },
      { workload: 'the alliances counted by form', value: counted.milliseconds, unit: 'ms', peer: 'one request' },
      ...(await files(product)),
    ];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All alliances as files, and what writing them takes of the server beside what it holds anyway. */
async function files(product: ServedProduct): Promise<readonly Figure[]> {
  const before = mostMemory(product.process.pid);
  const csv = await taken(product, '/table?format=csv');
  const xlsx = await taken(product, '/table?format=xlsx');
  const after = mostMemory(product.process.pid);
  const grown = before === null || after === null ? null : after - before;
  const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    { workload: 'all of them as CSV', value: csv.milliseconds / 1000, unit: 's', peer: size(csv.bytes) },
    { workload: 'all of them as XLSX', value: xlsx.milliseconds / 1000, unit: 's', peer: size(xlsx.bytes) },
    {
      workload: 'memory that both files added to the server at most',
      value: grown,
      unit: 'MB',
      peer: 'its peak before',
    },
  ];
}

/** The most memory that a process ever held, in MB; Linux alone tells it. */
function mostMemory(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

async function taken(product: ServedProduct, tail: string): Promise<{ milliseconds: number; bytes: number }> {
  const begin = performance.now();
  const address = `${product.address}/api/v1/workspaces/${WORKSPACE}/alliances${tail}`;
  const answer = await fetch(address);
  const { byteLength } = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`GET ${address}: ${answer.status}`);
  return { milliseconds: performance.now() - begin, bytes: byteLength };
}

/** How quickly a table of many alliances is filtered, ordered, counted and taken away. */
export const tables: Workload = { name: 'tables', measure };
