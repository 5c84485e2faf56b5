import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product answers, e.g. `http://127.0.0.1:41234`. */
    address: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, '..');
const START_SECONDS = 240;

/** The product as a newcomer has it: started by its own command. */
export type ServedProduct = {
  readonly address: string;
  readonly process: ChildProcess;
  /** What it has written to the terminal so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
};

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the machine gave no port');
  return address.port;
}

/** A folder of its own that others may enter: started by root, PostgreSQL runs as another user. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-journey-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Starts the product and waits until it answers; `stop` ends it.
 * @param dataFolder where it keeps its data; when left out, a new folder that `stop` removes
 * @param settings what it is told by its environment; when left out, to be the demo
 */
export async function serveProduct(
  dataFolder?: string,
  settings: Readonly<Record<string, string>> = { ENTENTE_DEMO: '1' },
): Promise<ServedProduct> {
  const own = dataFolder === undefined ? freshFolder() : null;
  const port = await freePort();
  const { DATABASE_URL: _mine, ENTENTE_DEMO: _demo, ...env } = process.env;
  const child = spawn(process.execPath, [path.join(ROOT, 'apps/cli/bin/entente.mjs'), 'serve'], {
    cwd: ROOT,
    env: {
      ...env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      ...settings,
      ENTENTE_DATA: dataFolder ?? path.join(own ?? '', 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (text: Buffer) => said.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    if (own !== null) rmSync(own, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(address, child);
  } catch (error) {
    await stop();
    throw new Error(`the product did not start: ${(error as Error).message}\n${said.join('')}`);
  }
  return { address, process: child, said: () => said.join(''), stop };
}

async function untilHealthy(address: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_SECONDS * 1000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it was not healthy after ${START_SECONDS} s`);
}

/** Global setup of the journeys: one product for all of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await serveProduct();
  project.provide('address', product.address);
  return product.stop;
}
