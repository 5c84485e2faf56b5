import { type FiguresQuestion, type NetworkFigures, networkFigures } from '@entente/engine/network';
import { WorkerDesk } from '../platform/worker-desk.ts';

/** Memberships up to which the server's own thread computes: some hundredth of a second. */
const AT_ONCE = 1_000;

/** Computes networks: small ones at once, large ones in a worker. */
export class FiguresDesk {
  readonly #atOnce: number;
  readonly #desk = new WorkerDesk<FiguresQuestion, NetworkFigures>(new URL('figures-start.mjs', import.meta.url));

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
  }

  figuresOf(question: FiguresQuestion): Promise<NetworkFigures> {
    const isSmall = question.memberships.length <= this.#atOnce;
    return isSmall ? Promise.resolve(networkFigures(question)) : this.#desk.answerTo(question);
  }

  close(): void {
    this.#desk.close();
  }
}
