import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../processes.ts';
import { errorText } from '../start-refusal.ts';
import type { PostgresBinaries } from './binaries.ts';
import { clusterFolder, clusterMajor, createCluster, refuseOtherMajor, removeUnfinished } from './cluster.ts';
import type { OsAccount } from './os-account.ts';
import { adoptPostmaster, type PostmasterPlace, startPostmaster, stopPostmaster } from './postmaster.ts';

export type SupervisorParts = {
  readonly binaries: PostgresBinaries;
  readonly account: OsAccount | null;
  readonly dataFolder: string;
  readonly superuserPassword: string;
  readonly canLogIn: (port: number) => Promise<boolean>;
  readonly settings?: Readonly<Record<string, string>>;
  /** Told when PostgreSQL ended by itself and was started again, or could not be. */
  readonly report: (line: string) => void;
};

export type EmbeddedPostgres = {
  readonly port: number;
  readonly pid: () => number;
  readonly created: boolean;
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
};

const WATCH_EVERY_MS = 500;
const RESTART_PAUSE_MS = 2_000;

/** Makes the cluster when there is none, adopts or starts its server, and keeps it running until `stop`. */
export async function startEmbeddedPostgres(parts: SupervisorParts): Promise<EmbeddedPostgres> {
  const { binaries, account, dataFolder } = parts;
  const folder = clusterFolder(dataFolder);
  refuseOtherMajor(folder, binaries);
  removeUnfinished(dataFolder);
  const created = clusterMajor(folder) === null;
  if (created) await createCluster(binaries, account, dataFolder, parts.superuserPassword);
  const place: PostmasterPlace = {
    binaries,
    account,
    folder,
    logFile: path.join(dataFolder, 'postgres.log'),
    settings: parts.settings ?? {},
  };
  let postmaster = (await adoptPostmaster(folder, parts.canLogIn)) ?? (await startPostmaster(place));
  const { port, adopted } = postmaster;
  let stopping = false;
  let watched = Promise.resolve();

  // Back on the same port, so that the pools, which open connections anew, find it without being told.
  const restart = async (): Promise<void> => {
    parts.report(`PostgreSQL (process ${postmaster.pid}) ended unexpectedly; starting it again`);
    while (!stopping) {
      try {
        postmaster = await startPostmaster({ ...place, settings: { ...place.settings, port: String(port) } });
        parts.report(`PostgreSQL runs again (process ${postmaster.pid})`);
        return;
      } catch (error) {
        parts.report(errorText(error));
        await pause(RESTART_PAUSE_MS, undefined, { ref: false });
      }
    }
  };
  let busy = false;
  const watch = setInterval(() => {
    if (busy || stopping || isAlive(postmaster.pid)) return;
    busy = true;
    watched = restart().finally(() => (busy = false));
  }, WATCH_EVERY_MS);
  watch.unref();

  return {
    port,
    pid: () => postmaster.pid,
    created,
    adopted,
    stop: async () => {
      stopping = true;
      clearInterval(watch);
      await watched;
      await stopPostmaster(postmaster);
    },
  };
}
