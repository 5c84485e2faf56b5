import { type MembershipColumns, NONE } from '../network/index.ts';
import { yearOf } from './days.ts';
import type { Grouped } from './spells.ts';

/** Grows by doubling and is used again for each firm. */
class Column {
  values = new Int32Array(256);

  set(at: number, value: number): void {
    if (at === this.values.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[at] = value;
  }
}

/**
 * The ties of one firm at a time: each partner once for each alliance and spell in which both were there together. A tie
 * begins with the later of the two and ends with the earlier.
 */
export class FirmTies {
  readonly #columns: MembershipColumns;
  readonly #byAlliance: Grouped;
  readonly #houseOf: Int32Array;
  /** First day of the first tie with each partner of the firm at hand. */
  readonly #firstDay: Int32Array;
  readonly #seenFor: Int32Array;
  readonly partner = new Column();
  readonly beginYear = new Column();
  readonly endYear = new Column();
  readonly fromDay = new Column();
  count = 0;

  constructor(columns: MembershipColumns, byAlliance: Grouped, houseOf: Int32Array) {
    this.#columns = columns;
    this.#byAlliance = byAlliance;
    this.#houseOf = houseOf;
    this.#firstDay = new Int32Array(houseOf.length);
    this.#seenFor = new Int32Array(houseOf.length).fill(NONE);
  }

  /** Finds the ties of the firm whose memberships these rows are. */
  gather(firm: number, rows: Uint32Array): void {
    this.count = 0;
    for (const row of rows) this.#gatherFrom(firm, row);
  }

  #gatherFrom(firm: number, row: number): void {
    const { alliance, firm: firmOf, from, to } = this.#columns;
    const { offsets, rows } = this.#byAlliance;
    const which = alliance[row] as number;
    const house = this.#houseOf[firm] as number;
    const [ownFrom, ownTo] = [from[row] as number, to[row] as number];
    const last = offsets[which + 1] as number;
    for (let at = offsets[which] as number; at < last; at += 1) {
      const other = rows[at] as number;
      const partner = firmOf[other] as number;
      if (partner === firm || this.#houseOf[partner] === house) continue;
      const begins = Math.max(ownFrom, from[other] as number);
      const ends = Math.min(ownTo, to[other] as number);
      if (begins >= ends) continue;
      if (this.#seenFor[partner] !== firm || begins < (this.#firstDay[partner] as number)) {
        this.#seenFor[partner] = firm;
        this.#firstDay[partner] = begins;
      }
      this.partner.set(this.count, partner);
      this.fromDay.set(this.count, begins);
      this.beginYear.set(this.count, yearOf(begins));
      this.endYear.set(this.count, yearOf(ends));
      this.count += 1;
    }
  }

  firstDayWith(partner: number): number {
    return this.#firstDay[partner] as number;
  }
}
