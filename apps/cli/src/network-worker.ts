import { parentPort, workerData } from 'node:worker_threads';
import { type Graph, pathSums } from '@entente/engine/network';

/** Block of sources, by its place in the order of blocks. */
export type PathWork = { readonly block: number; readonly sources: Uint32Array };

const graph = workerData as Graph;
parentPort?.on('message', ({ block, sources }: PathWork) => {
  parentPort?.postMessage({ block, sums: pathSums(graph, sources) });
});
