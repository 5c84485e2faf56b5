import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { embeddedUrls } from '../apps/server/src/platform/database-urls.ts';
import { runningOn } from '../apps/server/src/platform/runtime-file.ts';
import { storedSecrets } from '../apps/server/src/platform/secrets.ts';
import { createRecord } from '../apps/server/src/register/records.commands.ts';
import { configurationFrom, localCaller, openDatabases } from '../apps/server/src/server.ts';
import { freshFolder, type ServedProduct, serveProduct } from '../e2e/served-product.ts';
import { type Figure, type Workload } from './figures.ts';

const SECONDS = 10;
const WRITERS = 8;
const WORKSPACE = 'bench';

/** How often a second `write` was done by several writers at once; each is told a number of its own. */
async function rateOf(write: (nth: number) => Promise<void>): Promise<number> {
  for (let nth = -50; nth < 0; nth += 1) await write(nth);
  const begin = performance.now();
  const until = begin + SECONDS * 1000;
  let done = 0;
  const writer = async (): Promise<void> => {
    while (performance.now() < until) {
      done += 1;
      await write(done);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return (1000 * done) / (performance.now() - begin);
}

async function post(product: ServedProduct, tail: string, body: unknown): Promise<void> {
  const answer = await fetch(`${product.address}/api/v1${tail}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`POST ${tail}: ${answer.status}`);
}

/** The same commands as the API's, past HTTP: rights, history, audit and the chain of digests included. */
async function throughCommands(dataFolder: string, port: string): Promise<number> {
  const configuration = configurationFrom({ ENTENTE_DEMO: '1', ENTENTE_DATA: dataFolder, PORT: port });
  if (!configuration.ok) throw new Error(configuration.problems[0]?.message);
  const { databases, close } = await openDatabases(configuration.value);
  try {
    const caller = await localCaller(databases.app, new Date().toISOString().slice(0, 10));
    return await rateOf(async (nth) => {
      const made = await createRecord(caller, WORKSPACE, 'organisation', { name: `Firm ${nth} by command` });
      if (!made.ok) throw new Error(made.problems[0]?.message);
    });
  } finally {
    await close();
  }
}

/** Rows of the same size into a bare table of the same server: no policy, no log, no audit, one commit each. */
async function bareInserts(dataFolder: string): Promise<number> {
  const secrets = storedSecrets(dataFolder);
  const port = runningOn(dataFolder)?.postgresPort ?? null;
  if (secrets === null || port === null) throw new Error('the database of the bench does not run');
  const pool = new pg.Pool({ connectionString: embeddedUrls(port, secrets).owner, max: WRITERS });
  try {
    await pool.query('create schema bench');
    await pool.query('create table bench.firm (id uuid primary key default gen_random_uuid(), name text not null)');
    return await rateOf(async (nth) => {
      await pool.query('insert into bench.firm (name) values ($1)', [`Firm ${nth} bare`]);
    });
  } finally {
    await pool.end();
  }
}

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  const product = await serveProduct(dataFolder);
  try {
    await post(product, '/workspaces', { name: WORKSPACE, slug: WORKSPACE });
    const bare = await bareInserts(dataFolder);
    const commands = await throughCommands(dataFolder, new URL(product.address).port);
    const api = await rateOf((nth) =>
      post(product, `/workspaces/${WORKSPACE}/organisations`, { name: `Firm ${nth} by request` }),
    );
    const peer = (rate: number): string =>
      `bare inserts: ${bare.toFixed(0)}/s, ${(rate / bare).toFixed(2)} x; ${WRITERS} at a time in one workspace`;
    return [
      { workload: 'audited writes over the API', value: api, unit: '/s', goal: 300, atLeast: true, peer: peer(api) },
      {
        workload: 'audited writes through the data layer',
        value: commands,
        unit: '/s',
        goal: 300,
        atLeast: true,
        peer: peer(commands),
      },
    ];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many changes a second one workspace takes, each logged, audited and committed. */
export const writes: Workload = { name: 'writes', measure };
