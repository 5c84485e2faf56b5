import { spawn } from 'node:child_process';
import { closeSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, eventually, isAlive } from '../processes.ts';
import { refusalOfWrite, StartRefusal } from '../start-refusal.ts';
import { type PostgresBinaries, programPath } from './binaries.ts';
import { programEnvironment } from './cluster.ts';
import { type OsAccount, runAs } from './os-account.ts';
import { type PostmasterFile, readPostmasterFile } from './postmaster-file.ts';
import { openServerLog, refusalOfLog, serverLogTail } from './server-log.ts';

/** One running PostgreSQL server process. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Found running, left by an Entente that was killed. */
  readonly adopted: boolean;
};

export type PostmasterPlace = {
  readonly binaries: PostgresBinaries;
  readonly account: OsAccount | null;
  readonly folder: string;
  readonly logFile: string;
  /** Further server settings, e.g. for tests. */
  readonly settings: Readonly<Record<string, string>>;
};

const LOOPBACK = '127.0.0.1';
const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 5_000;
const LINGERING_LOCK_MS = 30_000;

// Small at rest: one machine, one product. Loopback only, since the bundled libraries are old and speak no TLS.
const serverSettings = (port: number): Readonly<Record<string, string>> => ({
  port: String(port),
  listen_addresses: LOOPBACK,
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '128MB',
  wal_buffers: '16MB',
  bgwriter_delay: '20ms',
  bgwriter_lru_maxpages: '1000',
  max_wal_size: '2GB',
  min_wal_size: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  logging_collector: 'off',
  jit: 'off',
});

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, LOOPBACK, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

type Attempt =
  | { readonly kind: 'ready'; readonly postmaster: Postmaster }
  | { readonly kind: 'ended'; readonly said: string };

/** Starts the server once and waits until it says `ready`, through crash recovery if need be, or ends. */
async function startOnce(place: PostmasterPlace): Promise<Attempt> {
  const port = await freePort();
  const settings = { ...serverSettings(port), ...place.settings };
  const log = openServerLog(place.logFile);
  const child = spawn(
    programPath(place.binaries, 'postgres'),
    ['-D', place.folder, ...Object.entries(settings).flatMap(([name, text]) => ['-c', `${name}=${text}`])],
    {
      // Its own session: Ctrl-C in the terminal reaches Entente alone, which then stops PostgreSQL in order.
      detached: true,
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', log.descriptor, log.descriptor],
      ...runAs(place.account),
    },
  );
  closeSync(log.descriptor);
  const ends: string[] = [];
  child.on('error', (error) => ends.push(`error: ${error.message}\n`));
  child.on('exit', () => ends.push(''));
  child.unref();
  for (;;) {
    if (ends.length > 0) return { kind: 'ended', said: ends.join('') + serverLogTail(place.logFile, log.offset) };
    const file = readPostmasterFile(place.folder);
    if (file !== null && file.pid === child.pid && file.status === 'ready') {
      return { kind: 'ready', postmaster: { pid: file.pid, port: file.port, adopted: false } };
    }
    await pause(10);
  }
}

const saysPortTaken = (said: string): boolean => /could not bind|could not create any TCP\/IP sockets/.test(said);

// After kill -9 of the server its children need a moment to notice; until then the old lock or memory is in the way.
const saysOldLock = (said: string): boolean =>
  /pre-existing shared memory block|lock file "postmaster\.pid" (already exists|is empty)/.test(said);

export async function startPostmaster(place: PostmasterPlace): Promise<Postmaster> {
  const giveUpAt = performance.now() + LINGERING_LOCK_MS;
  for (let portsTried = 0; ; ) {
    let attempt: Attempt;
    try {
      attempt = await startOnce(place);
    } catch (error) {
      throw refusalOfWrite(error, path.dirname(place.folder));
    }
    if (attempt.kind === 'ready') return attempt.postmaster;
    if (saysPortTaken(attempt.said) && portsTried < 5) {
      portsTried += 1;
      await pause(50);
    } else if (saysOldLock(attempt.said) && performance.now() < giveUpAt) await pause(200);
    else throw refusalOfLog(attempt.said, path.dirname(place.folder), place.logFile);
  }
}

/** Fast stop: open transactions are rolled back and the files closed in order. Harder only when that hangs. */
export async function stopPostmaster({ pid }: Pick<Postmaster, 'pid'>): Promise<void> {
  const send = (signal: NodeJS.Signals): void => {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone already.
    }
  };
  const isGone = (): boolean => !isAlive(pid);
  if (isGone()) return;
  send('SIGINT');
  if (await eventually(isGone, FAST_STOP_MS)) return;
  send('SIGQUIT');
  if (await eventually(isGone, IMMEDIATE_STOP_MS)) return;
  send('SIGKILL');
  await eventually(isGone, IMMEDIATE_STOP_MS);
}

/** A postmaster whose file is there and whose process lives and is a PostgreSQL. */
function livingPostmaster(folder: string): PostmasterFile | null {
  const file = readPostmasterFile(folder);
  if (file === null || !isAlive(file.pid)) return null;
  const command = commandOf(file.pid);
  if (command === null || command.includes('postgres')) return file;
  // After a reboot the pid may be another program's, which PostgreSQL would take for a rival and refuse to start.
  rmSync(path.join(folder, 'postmaster.pid'), { force: true });
  return null;
}

/**
 * Takes over a PostgreSQL that a killed Entente left running on this folder; stops one that does not answer.
 * @param canLogIn whether the server at this port accepts our password, which proves that it is ours
 * @returns null when none runs any more
 */
export async function adoptPostmaster(
  folder: string,
  canLogIn: (port: number) => Promise<boolean>,
): Promise<Postmaster | null> {
  await eventually(() => livingPostmaster(folder)?.status !== 'starting', LINGERING_LOCK_MS);
  const file = livingPostmaster(folder);
  if (file === null) return null;
  if (file.status === 'ready' && (await canLogIn(file.port))) return { pid: file.pid, port: file.port, adopted: true };
  await stopPostmaster(file);
  if (!isAlive(file.pid)) return null;
  throw new StartRefusal({
    code: 'postgres-orphan',
    message: `A PostgreSQL that does not answer holds ${folder} (process ${file.pid}) and did not stop.`,
    fix: `End it with "kill -INT ${file.pid}" and start again.`,
  });
}
