import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { diskFull, StartRefusal } from '../start-refusal.ts';

const ROTATE_ABOVE_BYTES = 5 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;

/** Opens PostgreSQL's log for appending; a long one is put aside first, one old file is kept. */
export function openServerLog(file: string): { readonly descriptor: number; readonly offset: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > ROTATE_ABOVE_BYTES) renameSync(file, `${file}.1`);
  return { descriptor: openSync(file, 'a', 0o600), offset: size > ROTATE_ABOVE_BYTES ? 0 : size };
}

/** What was written since `offset`, at most the last 16 kB. */
export function serverLogTail(file: string, offset: number): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const from = Math.max(offset, size - TAIL_BYTES);
  if (size <= from) return '';
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(size - from);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, from));
  } finally {
    closeSync(descriptor);
  }
}

/** The one line that names the cause: the last FATAL, PANIC or ERROR, else the last line. */
export function causeLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const cause =
    lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return cause.replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, '').trim();
}

export const saysDiskFull = (text: string): boolean =>
  /No space left on device|Disk quota exceeded|File too large|Check free disk space/.test(text);

/** Turns what PostgreSQL said while failing into the line for the terminal. */
export function refusalOfLog(text: string, dataFolder: string, logFile: string): StartRefusal {
  if (saysDiskFull(text)) return diskFull(dataFolder);
  return new StartRefusal({
    code: 'postgres-failed',
    message: `PostgreSQL did not start: ${causeLine(text)}.`,
    fix: `Its log is ${logFile}.`,
  });
}
