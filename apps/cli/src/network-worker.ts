import { parentPort } from 'node:worker_threads';
import type { Graph } from '@entente/engine/network';
import { pathSums } from '@entente/engine/paths';

/** First the graph, then blocks of sources by their place in the order of blocks. */
export type PathWork = { readonly graph: Graph } | { readonly block: number; readonly sources: Uint32Array };

let graph: Graph | null = null;
parentPort?.on('message', (work: PathWork) => {
  if ('graph' in work) graph = work.graph;
  else if (graph !== null) parentPort?.postMessage({ block: work.block, sums: pathSums(graph, work.sources) });
});
