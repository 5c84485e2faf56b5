import { WorkerDesk } from '../platform/worker-desk.ts';
import { panelFile, type PanelFileQuestion } from './panel-file.ts';

/** Memberships up to which the server's own thread counts a panel: some tenths of a second. */
const AT_ONCE = 500;

/** Makes files of panels: small ones at once, large ones in a worker. */
export class PanelDesk {
  readonly #atOnce: number;
  readonly #desk = new WorkerDesk<PanelFileQuestion, Uint8Array>(new URL('panel-start.mjs', import.meta.url));

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
  }

  partsOf(question: PanelFileQuestion): AsyncGenerator<Uint8Array> {
    const isSmall = question.rows.memberships.length <= this.#atOnce;
    return isSmall ? panelFile(question) : this.#desk.partsOf(question);
  }

  close(): void {
    this.#desk.close();
  }
}
