import { NONE } from '../network/index.ts';

/** First and last row of a year of something, chained: the rows that begin (or end) in it, one behind another. */
export class YearChains {
  readonly #heads: Int32Array;
  #next = new Int32Array(256);
  readonly #first: number;

  constructor(first: number, last: number) {
    this.#first = first;
    this.#heads = new Int32Array(Math.max(0, last - first + 1)).fill(NONE);
  }

  add(year: number, entry: number): void {
    const at = year - this.#first;
    if (at < 0 || at >= this.#heads.length) return;
    if (entry >= this.#next.length) {
      const wider = new Int32Array(Math.max(entry + 1, this.#next.length * 2));
      wider.set(this.#next);
      this.#next = wider;
    }
    this.#next[entry] = this.#heads[at] as number;
    this.#heads[at] = entry;
  }

  /** Runs over the entries of a year and forgets them. */
  take(year: number, run: (entry: number) => void): void {
    const at = year - this.#first;
    for (let entry = this.#heads[at] as number; entry !== NONE; entry = this.#next[entry] as number) run(entry);
    this.#heads[at] = NONE;
  }
}
