import { Worker } from 'node:worker_threads';
import { blocksOf, type Graph, type PathSums, PathSumsOfBlocks } from '@entente/engine/network';
import type { PathWork } from './network-worker.ts';

type Done = { readonly block: number; readonly sums: PathSums };

/** The same graph in memory that all workers see. */
function sharedGraph({ nodeCount, offsets, neighbours, weights }: Graph): Graph {
  const sharedNumbers = (values: Uint32Array): Uint32Array => {
    const copy = new Uint32Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  const sharedWeights = new Float64Array(new SharedArrayBuffer(weights.byteLength));
  sharedWeights.set(weights);
  return {
    nodeCount,
    offsets: sharedNumbers(offsets),
    neighbours: sharedNumbers(neighbours),
    weights: sharedWeights,
  };
}

/** Blocks that a worker has before it, so that none waits while this thread computes something else. */
const AHEAD = 2;

const newWorker = (): Worker => new Worker(new URL('network-start.mjs', import.meta.url), { execArgv: [] });

/** Threads that search shortest paths. Those that are started before there is a network are ready when there is one. */
export class PathWorkers {
  readonly #threads: number;
  readonly #workers: Worker[] = [];

  constructor(threads: number) {
    this.#threads = threads;
  }

  /** Starts what is missing of so many threads. */
  start(count = this.#threads): void {
    while (this.#workers.length < Math.min(count, this.#threads)) this.#workers.push(newWorker());
  }

  /**
   * Sums over the shortest paths from these sources; blocks are added in their order, so that the result is the same to
   * the last bit on any number of threads.
   * @param told how many sources are done, after each block
   */
  async sums(graph: Graph, sources: Uint32Array, told: (done: number) => void): Promise<PathSums> {
    const blocks = blocksOf(sources);
    const total = new PathSumsOfBlocks(graph.nodeCount);
    const waiting = new Map<number, PathSums>();
    const shared = sharedGraph(graph);
    let given = 0;
    let added = 0;
    const addInOrder = ({ block, sums }: Done): void => {
      waiting.set(block, sums);
      for (let next = waiting.get(added); next !== undefined; next = waiting.get(added)) {
        waiting.delete(added);
        total.add(next);
        added += 1;
      }
      told(total.total.sources);
    };
    const run = (worker: Worker): Promise<void> =>
      new Promise((resolve, reject) => {
        let before = 0;
        const giveNext = (): void => {
          const work = blocks[given];
          if (work === undefined) return;
          worker.postMessage({ block: given, sources: work } satisfies PathWork);
          given += 1;
          before += 1;
        };
        worker.on('message', (done: Done) => {
          before -= 1;
          addInOrder(done);
          giveNext();
          if (before === 0) resolve();
        });
        worker.once('error', reject);
        worker.postMessage({ graph: shared } satisfies PathWork);
        for (let ahead = 0; ahead < AHEAD; ahead += 1) giveNext();
        if (before === 0) resolve();
      });
    this.start(blocks.length);
    const runs = this.#workers.map(run);
    return Promise.all(runs).then(() => total.total);
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
