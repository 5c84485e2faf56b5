import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What PostgreSQL writes into `postmaster.pid` of its data folder, one fact a line. */
export type PostmasterFile = {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby';
};

const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;
const STATUSES = ['starting', 'stopping', 'ready', 'standby'] as const;

/** @returns null for a file that is absent or not written to its end yet */
export function readPostmasterFile(dataFolder: string): PostmasterFile | null {
  let text: string;
  try {
    text = readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[PID_LINE]);
  const port = Number(lines[PORT_LINE]);
  const status = STATUSES.find((known) => known === lines[STATUS_LINE]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 && status !== undefined
    ? { pid, port, status }
    : null;
}
