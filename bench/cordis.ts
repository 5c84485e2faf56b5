import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { NETWORK_MEASURES } from '@entente/engine/network';
import { type Figure, median } from './figures.ts';

const COLUMNS = 'alliance=rcn,member=pic,start=start_date,end=end_date,country=country';
/** Firms from which paths are searched where threads are compared: so many that making threads ready does not count. */
const SOURCES = 3_000;
/** Two threads are to take 1.7 times less than one. */
const SHARE_OF_TWO = 0.588;
const STARTER = path.join(import.meta.dirname, '../apps/cli/bin/entente.mjs');

type Run = { readonly seconds: number; readonly bytes: Buffer };

/** The command line as somebody types it, by the clock, and the file that it writes. */
function typed(table: string, words: readonly string[]): Run {
  const out = `${table}.out.csv`;
  const begun = performance.now();
  const all = [STARTER, 'network', '--from', table, '--columns', COLUMNS, ...words, '--out', out, '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { seconds: (performance.now() - begun) / 1000, bytes: readFileSync(out) };
}

/** What searching paths takes with two threads and with one, less what the rest of the command takes. */
function shareOfTwo(table: string): number {
  const paths = ['--measures', 'betweenness', '--sample', String(SOURCES), '--threads'];
  const rest = typed(table, ['--measures', 'degree']);
  const one = typed(table, [...paths, '1']);
  const two = typed(table, [...paths, '2']);
  if (!one.bytes.equals(two.bytes)) throw new Error('two threads write another file than one');
  return (two.seconds - rest.seconds) / (one.seconds - rest.seconds);
}

/** The participations of Horizon 2020, where they lie: from the file to a file with every measure, and threads compared. */
export function cordis(folder: string, rounds: number): readonly Figure[] {
  const whole = 'CORDIS H2020 from CSV to every measure (paths of 100 firms)';
  const threads = `betweenness of CORDIS from ${SOURCES.toLocaleString('en')} firms, two threads against one`;
  const reference = process.env['ENTENTE_REFERENCE_DATA'];
  const packed = path.join(reference ?? '', 'cordis-h2020/h2020.csv.gz');
  if (reference === undefined || !existsSync(packed)) {
    const peer = 'the file is not there (ENTENTE_REFERENCE_DATA)';
    return [
      { workload: whole, value: null, unit: 's', goal: 5, peer },
      { workload: threads, value: null, unit: 'x', goal: SHARE_OF_TWO, peer },
    ];
  }
  const table = path.join(folder, 'cordis.csv');
  writeFileSync(table, gunzipSync(readFileSync(packed)));
  const every = ['--measures', NETWORK_MEASURES.join(','), '--sample', '100'];
  const seconds = Array.from({ length: rounds }, () => typed(table, every).seconds);
  const shares = Array.from({ length: rounds }, () => shareOfTwo(table));
  return [
    {
      workload: whole,
      value: median(seconds),
      unit: 's',
      goal: 5,
      peer: `${NETWORK_MEASURES.length} measures, start of the command line with it, ${os.cpus().length} threads`,
    },
    { workload: threads, value: median(shares), unit: 'x', goal: SHARE_OF_TWO, peer: 'by the clock, equal bytes' },
  ];
}
