import type { NetworkAnswer } from '@entente/contract/network';
import { idOf, type NetworkModel, type NodeId, otherEnd, tiesAt } from './network-model.ts';

export type LayoutTask = {
  readonly nodes: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly weight: readonly number[];
};
export type LayoutReply =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'placed'; readonly x: Float64Array; readonly y: Float64Array };

/** Where each node lies, by its id. */
export type Places = ReadonlyMap<NodeId, { readonly x: number; readonly y: number }>;

/**
 * Finds places for the nodes of a network in a worker. They are found once, for all that is recorded, so that nothing moves
 * when another day is looked at.
 * @param told how much is done, 0 to 1
 */
export function placesOf(
  { nodes, ties }: NetworkAnswer,
  told: (share: number) => void,
  signal: AbortSignal,
): Promise<Places> {
  if (nodes.slug.length === 0) return Promise.resolve(new Map());
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' });
  return new Promise<Places>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('No longer needed', 'AbortError')));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The layout worker did not start')));
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => {
      if (data.kind === 'progress') return told(data.share);
      const { x, y } = data;
      const place = (node: number) => ({ x: x[node] ?? 0, y: y[node] ?? 0 });
      resolve(new Map(nodes.slug.map((slug, node) => [idOf(nodes.kind[node] ?? 'organisation', slug), place(node)])));
    });
    const { source, target, weight } = ties;
    worker.postMessage({ nodes: nodes.slug.length, source, target, weight } satisfies LayoutTask);
  }).finally(() => worker.terminate());
}

/** A number that changes when the ties of a network do: places are found anew only then. */
export function fingerprintOf({ nodes, ties }: NetworkAnswer): string {
  let hash = 0x811c9dc5;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
  };
  for (const slug of nodes.slug) for (let at = 0; at < slug.length; at += 1) mix(slug.charCodeAt(at));
  for (const column of [ties.source, ties.target, ties.weight]) column.forEach(mix);
  return `${nodes.slug.length}-${ties.source.length}-${hash.toString(16)}`;
}

/** Places of the nodes of one day: a node that is not among those found lies amidst its partners. */
export function placesIn(model: NetworkModel, places: Places): { readonly x: number; readonly y: number }[] {
  return model.ids.map((id, node) => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const around = [...tiesAt(model, node)].flatMap((tie) => {
      const place = places.get(model.ids[otherEnd(model, tie, node)] ?? '');
      return place === undefined ? [] : [place];
    });
    const mean = (axis: 'x' | 'y'): number =>
      around.length === 0 ? 0 : around.reduce((sum, place) => sum + place[axis], 0) / around.length;
    // Beside each other, not upon each other.
    return { x: mean('x') + Math.cos(node) / 2, y: mean('y') + Math.sin(node) / 2 };
  });
}
