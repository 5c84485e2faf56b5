import { networkPlaces } from '@entente/engine/network';
import type { LayoutReply, LayoutTask } from './layout.ts';

/* Places the nodes of a network beside the page's own thread. */

const reply = (message: LayoutReply): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  const { nodes, source, target, weight } = data;
  const ties = {
    sources: Uint32Array.from(source),
    targets: Uint32Array.from(target),
    weights: Float64Array.from(weight),
  };
  let told = 0;
  const { x, y } = networkPlaces(nodes, ties, (share) => {
    if (share - told < 0.02) return;
    told = share;
    reply({ kind: 'progress', share });
  });
  reply({ kind: 'placed', x, y });
});
