import { linkSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readText, writePrivately } from './files.ts';
import { isAlive, startMark } from './processes.ts';
import { errorCode, refusalOfWrite, StartRefusal } from './start-refusal.ts';

const runtime = z.object({
  pid: z.number().int().positive(),
  /** Tells this process from a later one with the same pid. */
  mark: z.string().nullable(),
  /** Null while a command, and no server, works on the folder. */
  url: z.string().nullable(),
  port: z.number().int().nullable(),
  started: z.string(),
  version: z.string(),
  /** The product's folder. */
  path: z.string(),
  /** Of the embedded PostgreSQL, once it runs. */
  postgresPort: z.number().int().nullable(),
});

/** Who uses a data folder now; commands find the running server and its database by it. */
export type Runtime = z.output<typeof runtime>;

const runtimeFile = (dataFolder: string): string => path.join(dataFolder, 'runtime.json');

function parsedRuntime(text: string | null): Runtime | null {
  if (text === null) return null;
  try {
    const read = runtime.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const isRunning = ({ pid, mark }: Runtime): boolean => isAlive(pid) && (mark === null || startMark(pid) === mark);

/** The Entente that runs on this folder, or null: none, or one that was killed. */
export function runningOn(dataFolder: string): Runtime | null {
  const found = parsedRuntime(readText(runtimeFile(dataFolder)));
  return found !== null && isRunning(found) ? found : null;
}

export function refuseSecondStart(dataFolder: string): void {
  const other = runningOn(dataFolder);
  if (other === null) return;
  const at = `process ${other.pid}, data folder ${dataFolder}`;
  if (other.url === null) {
    throw new StartRefusal({
      code: 'data-folder-busy',
      message: `An Entente command is working on the data (${at}).`,
      fix: 'Start again when it has ended.',
    });
  }
  throw new StartRefusal({
    code: 'already-running',
    message: `Entente is already running at ${other.url} from ${other.path} (${at}).`,
    fix: 'Use that one, stop it first, or set ENTENTE_DATA to another folder.',
  });
}

export type Claim = {
  /** Replaces what the file says, in one step. */
  readonly update: (change: Partial<Runtime>) => void;
  readonly release: () => void;
};

export type Announcement = Pick<Runtime, 'url' | 'port' | 'version' | 'path'>;

/** Takes the data folder for this process. Of two starts at the same moment one gets it. */
export function claimDataFolder(dataFolder: string, announcement: Announcement): Claim {
  const file = runtimeFile(dataFolder);
  let current: Runtime = {
    ...announcement,
    pid: process.pid,
    mark: startMark(process.pid),
    started: new Date().toISOString(),
    postgresPort: null,
  };
  const text = (): string => `${JSON.stringify(current, null, 2)}\n`;
  const draft = `${file}.${process.pid}`;
  writePrivately(draft, text());
  try {
    for (;;) {
      try {
        // A link fails where a name exists: the claim is one indivisible step.
        linkSync(draft, file);
        break;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw refusalOfWrite(error, dataFolder);
        refuseSecondStart(dataFolder);
        putAsideStale(dataFolder);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    update: (change) => {
      current = { ...current, ...change };
      writePrivately(file, text());
    },
    release: () => {
      if (parsedRuntime(readText(file))?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function putAsideStale(dataFolder: string): void {
  const file = runtimeFile(dataFolder);
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw refusalOfWrite(error, dataFolder);
  }
  // Between our look and the renaming another start may have claimed the folder: give its claim back.
  const taken = parsedRuntime(readText(aside));
  if (taken !== null && isRunning(taken)) linkSync(aside, file);
  rmSync(aside, { force: true });
}
