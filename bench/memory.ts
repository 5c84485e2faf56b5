import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Memory that a product's processes hold, in MB: the proportional set size (shared pages divided among those that share
 * them) of the server, everything it started, and the PostgreSQL whose data lies under `dataFolder`. Linux alone tells it.
 */
export function memoryOf(serverPid: number, dataFolder: string): number | null {
  const parents = parentsOfProcesses();
  const roots = [serverPid, ...postmasters(dataFolder)];
  const members = new Set(roots.filter((pid) => parents.has(pid)));
  for (let before = -1; before !== members.size; ) {
    before = members.size;
    for (const [pid, parent] of parents) if (members.has(parent)) members.add(pid);
  }
  const sizes = [...members].map(proportionalSetSize);
  return sizes.includes(null) || sizes.length < 2 ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

function parentsOfProcesses(): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const status = read(`/proc/${name}/status`);
    const parent = status === null ? undefined : /^PPid:\s+(\d+)/m.exec(status)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  return parents;
}

function postmasters(folder: string): number[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'postmaster.pid')
    .map((file) => Number(read(path.join(folder, file))?.split('\n')[0]));
}

function proportionalSetSize(pid: number): number | null {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
