import type { MembershipColumns } from '../network/index.ts';
import { yearOf } from './days.ts';
import type { PanelFacts } from './panel-facts.ts';
import { type Grouped, grouped } from './spells.ts';
import { Tally } from './tally.ts';
import type { UnitSpells } from './unit-spells.ts';
import { YearChains } from './year-chains.ts';

type Brought = { readonly kind: number; readonly resource: number; readonly house: number };

/** Resources that the partners of one firm or house bring, year by year. */
export class BroughtResources {
  readonly #facts: PanelFacts;
  readonly #columns: MembershipColumns;
  readonly #houseOf: Int32Array;
  readonly #resourcesIn: Grouped;
  readonly #membersOf: Grouped;
  readonly #begins: YearChains;
  readonly #ends: YearChains;
  readonly #kinds: Tally;
  /** How many pieces each house brings of each resource. */
  readonly #houses = new Map<number, Map<number, number>>();
  #brought: Brought[] = [];

  constructor(
    facts: PanelFacts,
    columns: MembershipColumns,
    membersOf: Grouped,
    houseOf: Int32Array,
    years: { readonly first: number; readonly last: number },
  ) {
    this.#facts = facts;
    this.#columns = columns;
    this.#houseOf = houseOf;
    this.#membersOf = membersOf;
    const numbers = Uint32Array.from(facts.resources.alliance, (_, nth) => nth);
    this.#resourcesIn = grouped(numbers, facts.resources.alliance, facts.ventureOf.length);
    this.#begins = new YearChains(years.first, years.last);
    this.#ends = new YearChains(years.first, years.last);
    this.#kinds = new Tally(facts.resourceKinds);
  }

  /** Finds what is brought to the alliances of these spells by firms that are partners. */
  gather(spells: UnitSpells, own: Uint32Array, isPartner: (firm: number) => boolean): void {
    this.#kinds.clear();
    this.#houses.clear();
    this.#brought = [];
    const { resources } = this.#facts;
    const { offsets, rows } = this.#resourcesIn;
    for (const spell of own) {
      const alliance = spells.alliance[spell] as number;
      for (const piece of rows.subarray(offsets[alliance], offsets[alliance + 1])) {
        if (!isPartner(resources.firm[piece] as number)) continue;
        this.#gatherPiece(piece, spells.from[spell] as number, spells.to[spell] as number);
      }
    }
  }

  #gatherPiece(piece: number, ownFrom: number, ownTo: number): void {
    const { resources } = this.#facts;
    const { offsets, rows } = this.#membersOf;
    const [alliance, firm] = [resources.alliance[piece] as number, resources.firm[piece] as number];
    for (const row of rows.subarray(offsets[alliance], offsets[alliance + 1])) {
      if (this.#columns.firm[row] !== firm) continue;
      const begins = Math.max(ownFrom, this.#columns.from[row] as number, resources.from[piece] as number);
      const ends = Math.min(ownTo, this.#columns.to[row] as number, resources.to[piece] as number);
      if (begins >= ends) continue;
      this.#begins.add(yearOf(begins), this.#brought.length);
      this.#ends.add(yearOf(ends), this.#brought.length);
      const [kind, resource] = [resources.kind[piece] as number, resources.resource[piece] as number];
      this.#brought.push({ kind, resource, house: this.#houseOf[firm] as number });
    }
  }

  /** Goes on to the last day of a year. */
  turn(year: number): void {
    this.#begins.take(year, (nth) => {
      const { kind, resource, house } = this.#brought[nth] as Brought;
      this.#kinds.add(kind);
      let pieces = this.#houses.get(resource);
      if (pieces === undefined) this.#houses.set(resource, (pieces = new Map<number, number>()));
      pieces.set(house, (pieces.get(house) ?? 0) + 1);
    });
    this.#ends.take(year, (nth) => {
      const { kind, resource, house } = this.#brought[nth] as Brought;
      this.#kinds.remove(kind);
      const pieces = this.#houses.get(resource);
      const left = (pieces?.get(house) ?? 0) - 1;
      if (left > 0) pieces?.set(house, left);
      else pieces?.delete(house);
      if (pieces?.size === 0) this.#houses.delete(resource);
    });
  }

  get diversity(): number {
    return 1 - this.#kinds.concentration;
  }

  get redundancy(): number {
    let shared = 0;
    for (const pieces of this.#houses.values()) if (pieces.size > 1) shared += 1;
    return shared / this.#houses.size;
  }
}
