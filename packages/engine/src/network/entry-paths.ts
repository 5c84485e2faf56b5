/** What a thread needs that searches shortest paths and nothing else: it starts without the rest of the engine. */
export { pathSums } from './shortest-paths.ts';
