/** Scores nearer than this are equal; what is equal shares the ranks it takes up. */
const EQUAL_WITHIN = 1e-12;

/** Counts how often each alternative has each rank, sample after sample. */
export class RankTally {
  /** Row after row of alternatives, one count a rank; parts where alternatives share ranks. */
  readonly counts: Float64Array;
  /** Alternatives from the highest score of the last sample. */
  readonly order: Int32Array;
  readonly #sorted: Float64Array;

  constructor(alternatives: number) {
    this.counts = new Float64Array(alternatives * alternatives);
    this.order = new Int32Array(alternatives);
    this.#sorted = new Float64Array(alternatives);
  }

  /**
   * Adds a sample.
   * @param likely alternatives in about the order that comes out, where sorting begins
   * @returns how many share the first rank
   */
  add(scores: Float64Array, likely: Int32Array): number {
    const { counts, order } = this;
    const sorted = this.#sorted;
    const count = order.length;
    let isApart = true;
    for (let place = 0; place < count; place += 1) {
      const one = likely[place] as number;
      const score = scores[one] as number;
      let to = place;
      while (to > 0 && (sorted[to - 1] as number) < score) {
        sorted[to] = sorted[to - 1] as number;
        order[to] = order[to - 1] as number;
        to -= 1;
      }
      sorted[to] = score;
      order[to] = one;
    }
    for (let place = 1; place < count; place += 1)
      if ((sorted[place - 1] as number) - (sorted[place] as number) <= EQUAL_WITHIN) isApart = false;
    if (!isApart) return this.#addShared();
    for (let place = 0; place < count; place += 1) {
      const at = (order[place] as number) * count + place;
      counts[at] = (counts[at] as number) + 1;
    }
    return 1;
  }

  #addShared(): number {
    const { counts, order } = this;
    const sorted = this.#sorted;
    const count = order.length;
    let first = 0;
    for (let from = 0; from < count; ) {
      let to = from + 1;
      while (to < count && (sorted[from] as number) - (sorted[to] as number) <= EQUAL_WITHIN) to += 1;
      for (let place = from; place < to; place += 1)
        for (let rank = from; rank < to; rank += 1) {
          const at = (order[place] as number) * count + rank;
          counts[at] = (counts[at] as number) + 1 / (to - from);
        }
      if (from === 0) first = to;
      from = to;
    }
    return first;
  }
}
