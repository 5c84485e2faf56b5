import type { Problem } from '@entente/core/kernel';

/**
 * Why Entente does not start, for one reader: whoever sits at the terminal. Start-up is one straight line of effects
 * with one place that reports, so this refusal is thrown where others are returned.
 */
export class StartRefusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.message} ${problem.fix}`);
    this.name = 'StartRefusal';
    this.problem = problem;
  }
}

/** The system's short name of what went wrong (`ENOSPC`, `ECONNREFUSED`), when it gave one. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function errorText(error: unknown): string {
  // A refused connection to "localhost" fails once for each address and says so only inside.
  if (error instanceof AggregateError && error.errors.length > 0) return errorText(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

export function diskFull(folder: string): StartRefusal {
  return new StartRefusal({
    code: 'disk-full',
    message: `No space is left on the disk that holds ${folder}; nothing was changed there.`,
    fix: 'Free at least 200 MB, or set ENTENTE_DATA to a folder on another disk, and start again.',
  });
}

function unwritable(folder: string, reason: string): StartRefusal {
  return new StartRefusal({
    code: 'data-folder-unwritable',
    message: `The data folder ${folder} cannot be written (${reason}).`,
    fix: 'Set ENTENTE_DATA to a folder that you may write to, for example ENTENTE_DATA=/tmp/entente.',
  });
}

/** Turns a failed write into the line that names the mend; other errors pass unchanged. */
export function refusalOfWrite(error: unknown, folder: string): unknown {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return diskFull(folder);
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    code === 'ENOTDIR' ||
    code === 'EEXIST' ||
    code === 'ENOENT'
  ) {
    return unwritable(folder, code);
  }
  return error;
}
