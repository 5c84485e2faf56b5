/** How often each of some kinds is there, with the sum of the squares kept beside, so that diversity costs nothing. */
export class Tally {
  readonly #counts: Int32Array;
  readonly #touched: number[] = [];
  total = 0;
  different = 0;
  #squares = 0;

  constructor(kinds: number) {
    this.#counts = new Int32Array(kinds);
  }

  of(kind: number): number {
    return this.#counts[kind] as number;
  }

  add(kind: number): void {
    const count = this.#counts[kind] as number;
    if (count === 0) {
      this.different += 1;
      this.#touched.push(kind);
    }
    this.#counts[kind] = count + 1;
    this.total += 1;
    this.#squares += 2 * count + 1;
  }

  remove(kind: number): void {
    const count = this.#counts[kind] as number;
    this.#counts[kind] = count - 1;
    if (count === 1) this.different -= 1;
    this.total -= 1;
    this.#squares -= 2 * count - 1;
  }

  /** Sum of squared shares (Herfindahl-Hirschman); NaN of nothing. */
  get concentration(): number {
    return this.#squares / (this.total * this.total);
  }

  clear(): void {
    for (const kind of this.#touched) this.#counts[kind] = 0;
    this.#touched.length = 0;
    this.total = 0;
    this.different = 0;
    this.#squares = 0;
  }
}
