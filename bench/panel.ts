import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Figure, median, type Workload } from './figures.ts';
import { writeMemberships } from './generated-memberships.ts';
import type { SideAnswer } from './panel-side.ts';
import { PEER_MEASURES } from './panel-sql.ts';

const FIRMS = 200_000;
const ALLIANCES = 1_000_000;
const UNTIL = 2019;
const ROUNDS = 2;

function answerOf(side: 'ours' | 'duckdb', table: string): SideAnswer {
  const script = path.join(import.meta.dirname, 'panel-side.ts');
  const words = ['--import', 'tsx', '--expose-gc', script, side, table, String(UNTIL)];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${side}: ${stderr}`);
  return JSON.parse(stdout) as SideAnswer;
}

/** Throws where the two panels are not the same in rows, or in the number or sum of the defined values of a measure. */
function compare(ours: SideAnswer, peer: SideAnswer): void {
  if (ours.rows !== peer.rows) throw new Error(`${ours.rows} rows against the peer's ${peer.rows}`);
  for (const name of PEER_MEASURES) {
    const [one, other] = [ours.sums[name], peer.sums[name]];
    if (one === undefined || other === undefined) throw new Error(`${name} is missing`);
    const isNear = Math.abs(one.sum - other.sum) <= 1e-9 * Math.max(1, Math.abs(one.sum));
    if (one.defined !== other.defined || !isNear)
      throw new Error(`${name}: ${one.defined} values, ${one.sum}; the peer has ${other.defined}, ${other.sum}`);
  }
}

const isPeerThere = existsSync(path.join(import.meta.dirname, 'node_modules/@duckdb/node-api'));

function figures(table: string): readonly Figure[] {
  const answers = { ours: [] as SideAnswer[], peer: [] as SideAnswer[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = answerOf('ours', table);
    answers.ours.push(ours);
    if (!isPeerThere) continue;
    const peer = answerOf('duckdb', table);
    answers.peer.push(peer);
    compare(ours, peer);
  }
  const of = (side: readonly SideAnswer[], figure: 'seconds' | 'megabytes'): number =>
    median(side.map((answer) => answer[figure]));
  const [first] = answers.ours;
  const size = `${ALLIANCES.toLocaleString('en')} alliances, ${first?.rows.toLocaleString('en')} rows`;
  const [seconds, megabytes] = [of(answers.ours, 'seconds'), of(answers.ours, 'megabytes')];
  const [peer] = answers.peer;
  if (peer === undefined) {
    const absent = `${size}; DuckDB is not installed (npm install --prefix bench)`;
    return [
      { workload: 'firm-year panel, processor', value: seconds, unit: 's', peer: absent },
      { workload: 'firm-year panel, memory', value: megabytes, unit: 'MB', peer: absent },
    ];
  }
  const [theirSeconds, theirMegabytes] = [of(answers.peer, 'seconds'), of(answers.peer, 'megabytes')];
  return [
    {
      workload: 'firm-year panel from a table in memory, processor',
      value: seconds / theirSeconds,
      unit: 'x',
      goal: 0.15,
      peer: `${seconds.toFixed(2)} s against ${theirSeconds.toFixed(2)} s of DuckDB ${peer.version}; ${size}, equal sums of ${PEER_MEASURES.length} measures`,
    },
    {
      workload: 'the same, most memory beyond the table',
      value: megabytes / theirMegabytes,
      unit: 'x',
      goal: 0.4,
      peer: `${megabytes.toFixed(0)} MB against ${theirMegabytes.toFixed(0)} MB`,
    },
  ];
}

/** The panel of all the world's alliances against DuckDB, each side in a process of its own, in turn. */
export const panel: Workload = {
  name: 'panel',
  measure: async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-bench-panel-'));
    try {
      const table = path.join(folder, 'memberships.csv');
      await writeMemberships(table, FIRMS, ALLIANCES);
      return figures(table);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
