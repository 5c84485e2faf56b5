import { type MembershipColumns, NONE } from '../network/index.ts';
import { yearOf } from './days.ts';
import type { Grouped } from './spells.ts';
import type { UnitSpells } from './unit-spells.ts';

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
 * The ties of one firm or house at a time: each partner once for each alliance and spell in which both were there together. A tie
 * begins with the later of the two and ends with the earlier.
 */
export class FirmTies {
  readonly #columns: MembershipColumns;
  readonly #byAlliance: Grouped;
  /** First day of the first tie with each partner of the one at hand. */
  readonly #firstDay: Int32Array;
  readonly #seenFor: Int32Array;
  readonly partner = new Column();
  readonly beginYear = new Column();
  readonly endYear = new Column();
  readonly fromDay = new Column();
  count = 0;

  constructor(columns: MembershipColumns, byAlliance: Grouped, firms: number) {
    this.#columns = columns;
    this.#byAlliance = byAlliance;
    this.#firstDay = new Int32Array(firms);
    this.#seenFor = new Int32Array(firms).fill(NONE);
  }

  /** Finds the ties of the firm or house whose spells these are. */
  gather(unit: number, spells: UnitSpells, own: Uint32Array, isPartner: (firm: number) => boolean): void {
    this.count = 0;
    for (const spell of own) this.#gatherFrom(unit, spells, spell, isPartner);
  }

  #gatherFrom(unit: number, spells: UnitSpells, spell: number, isPartner: (firm: number) => boolean): void {
    const { firm: firmOf, from, to } = this.#columns;
    const { offsets, rows } = this.#byAlliance;
    const which = spells.alliance[spell] as number;
    const [ownFrom, ownTo] = [spells.from[spell] as number, spells.to[spell] as number];
    const last = offsets[which + 1] as number;
    for (let at = offsets[which] as number; at < last; at += 1) {
      const other = rows[at] as number;
      const partner = firmOf[other] as number;
      if (!isPartner(partner)) continue;
      const begins = Math.max(ownFrom, from[other] as number);
      const ends = Math.min(ownTo, to[other] as number);
      if (begins >= ends) continue;
      if (this.#seenFor[partner] !== unit || begins < (this.#firstDay[partner] as number)) {
        this.#seenFor[partner] = unit;
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
