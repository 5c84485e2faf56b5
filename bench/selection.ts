import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { groupJudgements, type Judgements } from '@entente/core/lifecycle';
import { type Generator, seededGenerator, smaa } from '@entente/engine/selection';
import { type Figure, median, type Workload } from './figures.ts';

const ALTERNATIVES = 60;
const CRITERIA = 12;
const RATERS = 10;
const SAMPLES = 100_000;
const SEED = 20_270_114;
const ROUNDS = 5;

/** Judgements of one rater about weights that all share, off by a step of the scale here and there. */
function judgementsOf(weights: readonly number[], random: Generator): Judgements['values'] {
  const onScale = (value: number): number => Math.min(9, Math.max(1, Math.round(value * (0.7 + 0.6 * random()))));
  const values = weights.map(() => weights.map(() => 1));
  for (const [row, one] of weights.entries())
    for (const [column, other] of weights.entries()) {
      if (column <= row) continue;
      const judged = one >= other ? onScale(one / other) : 1 / onScale(other / one);
      (values[row] as number[])[column] = judged;
      (values[column] as number[])[row] = 1 / judged;
    }
  return values;
}

const namesOf = (count: number): string[] => Array.from({ length: count }, (_, at) => `n${at}`);

/** Processor milliseconds of a piece of work, the middle of some rounds after one that warms up. */
function processorOf(work: () => void): number {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(times.slice(1));
}

type Peer = { readonly version: string; readonly ahp: number; readonly smaa: number };

/** What plain NumPy takes for eigenvectors and for sampled ranks of the same sizes; null without it. */
function peerFigures(): Peer | null {
  const script = path.join(import.meta.dirname, 'selection-peer.py');
  const words = [script, ALTERNATIVES, CRITERIA, RATERS, SAMPLES, ROUNDS].map(String);
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
  const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8', env });
  return status === 0 ? (JSON.parse(stdout) as Peer) : null;
}

function measure(): Promise<readonly Figure[]> {
  const random = seededGenerator(SEED);
  const panel = (count: number): { names: string[]; given: Parameters<typeof groupJudgements>[1] } => {
    const weights = Array.from({ length: count }, () => 1 + 8 * random());
    const raters = namesOf(RATERS).map((name) => ({ rater: { name }, values: judgementsOf(weights, random) }));
    return { names: namesOf(count), given: raters };
  };
  const panels = [panel(CRITERIA), ...Array.from({ length: CRITERIA }, () => panel(ALTERNATIVES))];
  const ahp = processorOf(() => {
    for (const { names, given } of panels)
      if (!groupJudgements(names, given).ok) throw new Error('The judgements were refused');
  });
  const values = namesOf(RATERS).map(() =>
    Float64Array.from({ length: ALTERNATIVES * CRITERIA }, () => Math.floor(random() * 9) / 8),
  );
  const choice = {
    rule: 'sum',
    alternatives: ALTERNATIVES,
    values,
    space: { criteria: CRITERIA },
    samples: SAMPLES,
  } as const;
  const sampled = processorOf(() => {
    if (!smaa(choice, seededGenerator(SEED)).ok) throw new Error('The weights were refused');
  });
  const peer = peerFigures();
  const told = (milliseconds: number | undefined): string =>
    peer === null ? 'NumPy is absent (python3-numpy)' : `NumPy ${peer.version}: ${milliseconds?.toFixed(0) ?? '?'} ms`;
  const size = `${ALTERNATIVES} x ${CRITERIA} x ${RATERS} raters`;
  return Promise.resolve([
    { workload: `AHP ${size}, processor`, value: ahp, unit: 'ms', goal: 500, peer: told(peer?.ahp) },
    {
      workload: `SMAA of ${SAMPLES.toLocaleString('en')} samples, ${size}, processor`,
      value: sampled,
      unit: 'ms',
      goal: 500,
      peer: told(peer?.smaa),
    },
    { workload: 'both together', value: ahp + sampled, unit: 'ms', goal: 500, peer: '' },
  ]);
}

/** Choosing among sixty partners by twelve criteria and ten people. */
export const selection: Workload = { name: 'selection', measure };
