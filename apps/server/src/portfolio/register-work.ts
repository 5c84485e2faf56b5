import type { Focal, Level, Population } from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';
import {
  type NetworkPositions,
  networkPositions,
  panelMemberships,
  type RegisterPanel,
  registerPanel,
} from '@entente/engine/panel';

/** Members beyond which an alliance ties nobody. */
export const LARGEST = 1_000;
const MOST_YEARS = 48;

/** What was computed of one register; it goes when the register does. */
class RegisterWork {
  readonly #register: Register;
  readonly #panels = new Map<string, RegisterPanel>();
  readonly #networks = new Map<string, NetworkPositions>();
  #memberships: ReturnType<typeof panelMemberships> | null = null;

  constructor(register: Register) {
    this.#register = register;
  }

  /** All firms in all years up to one; null: to the last that the register names. */
  panel(population: Population, level: Level, until: number | null): RegisterPanel {
    const key = `${population} ${level} ${until}`;
    let panel = this.#panels.get(key);
    if (!panel) {
      panel = registerPanel(this.#register, { population, level, until, only: null });
      this.#panels.clear();
      this.#panels.set(key, panel);
    }
    return panel;
  }

  panelOf(focal: Focal, population: Population, level: Level, until: number | null): RegisterPanel {
    return registerPanel(this.#register, { population, level, until, only: focal });
  }

  /** The network of all recorded alliances on the last day of a year. */
  network(level: Level, year: number): NetworkPositions {
    const key = `${level} ${year}`;
    let network = this.#networks.get(key);
    if (!network) {
      this.#memberships ??= panelMemberships(this.#register);
      network = networkPositions(this.#memberships, year, { largest: LARGEST, level });
      const [oldest] = this.#networks.keys();
      if (this.#networks.size >= MOST_YEARS && oldest !== undefined) this.#networks.delete(oldest);
      this.#networks.set(key, network);
    }
    return network;
  }
}

const works = new WeakMap<Register, RegisterWork>();

export function workOf(register: Register): RegisterWork {
  let work = works.get(register);
  if (!work) works.set(register, (work = new RegisterWork(register)));
  return work;
}

/** The place of a name in a network, whose names ascend; -1 where it is not there. */
export function nodeOf({ names }: NetworkPositions, name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as string) < name) low = middle + 1;
    else high = middle;
  }
  return names[low] === name ? low : -1;
}
