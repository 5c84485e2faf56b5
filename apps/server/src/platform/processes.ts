import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './start-refusal.ts';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // Alive, but somebody else's.
    return errorCode(error) === 'EPERM';
  }
}

/** The fields of `/proc/PID/stat` after the command's name, which may itself hold spaces and brackets. */
function statFields(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

// A container without an init keeps a killed process as a zombie for ever: it holds nothing any more.
const isZombie = (pid: number): boolean => statFields(pid)?.[0] === 'Z';

const START_TIME_FIELD = 19;

/**
 * When the process started, as a text to compare: with the pid it names one process for good, since pids are reused.
 * @returns null when there is no such process or the system does not say
 */
export function startMark(pid: number): string | null {
  const fields = statFields(pid);
  if (fields !== null) return fields[START_TIME_FIELD] ?? null;
  if (process.platform === 'linux' || process.platform === 'win32') return null;
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', cwd: '/' });
  return status === 0 ? stdout.trim() : null;
}

/** The command line of a process, or null when the system does not say. */
export function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return null;
    const { status, stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', cwd: '/' });
    return status === 0 ? stdout.trim() : null;
  }
}

/** Waits for something to become true, asking often; false when it did not in time. */
export async function eventually(isTrue: () => boolean, withinMs: number, everyMs = 10): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (!isTrue()) {
    if (performance.now() > until) return false;
    await pause(everyMs);
  }
  return true;
}
