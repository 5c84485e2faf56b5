import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { projectFolder } from './configuration.ts';
import { eventually, isAlive } from './processes.ts';
import { stopPostmaster } from './postgres/postmaster.ts';
import { readPostmasterFile } from './postgres/postmaster-file.ts';

/** For drills: Entente as a user starts it, a process of its own, started, killed and looked at from outside. */
export type EntenteProcess = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Resolves when it has printed its address; rejects with what it said when it ended before. */
  readonly ready: () => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
};

const READY_MS = 90_000;
let nextPort = 15_500 + (process.pid % 400) * 10;

export const drillPort = (): number => nextPort++;

export const starter = path.join(projectFolder, 'apps/cli/bin/entente.mjs');

/**
 * Starts `entente serve` with this environment and nothing else of ours, as a demo unless the environment says otherwise.
 * @param wrapper a command to start it through, e.g. `setpriv …`
 * @param options of `serve`
 */
export function startEntente(
  environment: Readonly<Record<string, string>>,
  wrapper: readonly string[] = [],
  options: readonly string[] = [],
): EntenteProcess {
  const port = environment['PORT'] ?? String(drillPort());
  const words = [...wrapper, process.execPath, starter, 'serve', ...options];
  const program = words.shift() ?? process.execPath;
  const child = spawn(program, words, {
    cwd: '/',
    env: { PATH: process.env['PATH'], TMPDIR: os.tmpdir(), PORT: port, ENTENTE_DEMO: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    stdout: () => said.out,
    stderr: () => said.err,
    ended,
    ready: async () => {
      const hasSpoken = (): boolean => said.out.includes('address   http') || child.exitCode !== null;
      if (!(await eventually(hasSpoken, READY_MS, 20)) || child.exitCode !== null)
        throw new Error(`Not ready: ${said.err}`);
    },
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** One line on standard error and exit code 1, as every refused start ends. */
export async function refusalLine(entente: EntenteProcess): Promise<string> {
  const { code } = await entente.ended;
  const lines = entente
    .stderr()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('Building the web pages'));
  if (code !== 1 || lines.length !== 1) {
    throw new Error(`Expected one line and exit code 1, got ${code} and:\n${entente.stdout()}${entente.stderr()}`);
  }
  return lines[0] ?? '';
}

/** A folder of one drill, removed with whatever PostgreSQL still runs in it. */
export function drillFolder(name = 'entente-drill-'): { readonly path: string; readonly remove: () => Promise<void> } {
  const folder = mkdtempSync(path.join(os.tmpdir(), name));
  return {
    path: folder,
    remove: async () => {
      for (const cluster of [path.join(folder, 'postgres'), path.join(folder, '.entente/postgres')]) {
        const left = readPostmasterFile(cluster);
        if (left !== null && isAlive(left.pid)) await stopPostmaster(left);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const health = z.object({ status: z.literal('ok'), version: z.string(), database: z.string() });

export async function healthOf(url: string): Promise<z.output<typeof health> | number> {
  const answer = await fetch(`${url}/api/health`);
  return answer.ok ? health.parse(await answer.json()) : answer.status;
}

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
