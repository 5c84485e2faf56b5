import { rmSync } from 'node:fs';
import path from 'node:path';
import { freshFolder, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, ninetieth, type Workload } from './figures.ts';
import { fill } from './filled-product.ts';

const SEED = 20_261_123;
const ALLIANCES = 100_000;
const WORKSPACE = 'bench';
const REQUESTS = 40;
const WARM_UP = 5;

/** Another partner and other resources each time, so that no answer is one that was given before. */
const candidate = (nth: number) => ({
  partner: { organisation: `firm-${1 + nth * 7}` },
  form: 'joint-venture',
  start: '2027',
  ownShare: '40',
  partnerShare: '60',
  resources: [
    { kind: 'technology', subject: `subject-${nth % 200}` },
    { kind: 'brand', subject: `subject-${(nth * 3) % 200}` },
  ],
  domain: { product: `product-${nth % 40}`, market: null, region: `region-${nth % 20}` },
});

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  const product = await serveProduct(dataFolder);
  try {
    await fill(product, dataFolder, {
      workspace: WORKSPACE,
      alliances: ALLIANCES,
      seed: SEED,
      program: 'what-if-register.mjs',
    });
    // The connection of before the filling was closed meanwhile: a turn of the event loop lets it be noticed.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const address = `${product.address}/api/v1/workspaces/${WORKSPACE}/organisations/focal-firm/what-if?population=all`;
    const first = await millisecondsOf(address, [candidate(0)]);
    for (let run = 0; run < WARM_UP; run++) await millisecondsOf(address, [candidate(run)]);
    const times: number[] = [];
    for (let run = 0; run < REQUESTS; run++) times.push(await millisecondsOf(address, [candidate(run)]));
    const twelve = await millisecondsOf(
      address,
      Array.from({ length: 12 }, (_, nth) => candidate(nth)),
    );
    const peer = `${REQUESTS} requests, each another move`;
    const workload = `one move of a firm with 500 alliances among ${ALLIANCES} over HTTP, median`;
    return [
      { workload, value: median(times), unit: 'ms', goal: 100, peer },
      { workload: 'the same, nine of ten under', value: ninetieth(times), unit: 'ms', goal: 100, peer },
      { workload: 'twelve moves side by side', value: twelve, unit: 'ms', peer: 'one request' },
      {
        workload: 'the first move after a change: register and network read',
        value: first,
        unit: 'ms',
        peer: 'one request',
      },
    ];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function millisecondsOf(address: string, candidates: readonly unknown[]): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ candidates, aims: { 'more-houses': 1, 'fewer-concerns': 1 } }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST ${address}: ${answer.status} ${text.slice(0, 200)}`);
  return performance.now() - begin;
}

/** A candidate move of a large firm in a large network. */
export const whatIf: Workload = { name: 'what-if', measure };
