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

/**
 * Sums over the shortest paths from these sources, found by several threads; blocks are added in their order, so that the
 * result is the same to the last bit on any number of them.
 * @param told how many sources are done, after each block
 */
export async function pathSumsOn(
  threads: number,
  graph: Graph,
  sources: Uint32Array,
  told: (done: number) => void,
): Promise<PathSums> {
  const blocks = blocksOf(sources);
  const total = new PathSumsOfBlocks(graph.nodeCount);
  const waiting = new Map<number, PathSums>();
  const workerData = sharedGraph(graph);
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
  const runWorker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('network-start.mjs', import.meta.url), { workerData, execArgv: [] });
      const giveNext = (): void => {
        const work = blocks[given];
        if (work === undefined) return void worker.terminate().then(() => resolve());
        worker.postMessage({ block: given, sources: work } satisfies PathWork);
        given += 1;
      };
      worker.on('message', (done: Done) => {
        addInOrder(done);
        giveNext();
      });
      worker.once('error', reject);
      giveNext();
    });
  await Promise.all(Array.from({ length: Math.min(threads, blocks.length) }, runWorker));
  return total.total;
}
