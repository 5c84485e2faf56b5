/** Date a row of a table gives, as a number that grows with it: 20150331. */
export type DayNumber = number;

const NEVER = 2_147_483_647;
const UNKNOWN = -2_147_483_648;

/** One firm's part in one alliance. */
export type Membership = {
  readonly alliance: string;
  readonly firm: string;
  readonly house: string;
  /** First day on which it may hold; null: unknown. */
  readonly from: DayNumber | null;
  /** First day on which it may hold no longer; null: none is stated. */
  readonly to: DayNumber | null;
};

/** The same text in memory of its own: a part of a long text would keep all of that text from being freed. */
const standingAlone = (text: string): string => ` ${text}`.slice(1);

/** Names by number; two spellings with the same key are one, and the first in the alphabet stands for both. */
class Names {
  readonly #numbers = new Map<string, number>();
  readonly #shown: string[] = [];
  readonly #keyOf: (name: string) => string;

  constructor(keyOf: (name: string) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(name: string): number {
    const key = this.#keyOf(name);
    const known = this.#numbers.get(key);
    if (known === undefined) {
      this.#numbers.set(standingAlone(key), this.#shown.length);
      return this.#shown.push(standingAlone(name)) - 1;
    }
    if (name < (this.#shown[known] as string)) this.#shown[known] = standingAlone(name);
    return known;
  }

  get shown(): readonly string[] {
    return this.#shown;
  }
}

/** Grows by half, so that the room it needs stays near what it holds. */
class Numbers {
  #values = new Int32Array(1_024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Int32Array(Math.ceil(this.length * 1.5));
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.length++] = value;
  }

  get all(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}

/** Memberships column by column: some twenty bytes a row beside the names. */
export class Memberships {
  readonly #alliances: Names;
  readonly #firms: Names;
  readonly #houses: Names;
  readonly #alliance = new Numbers();
  readonly #firm = new Numbers();
  readonly #house = new Numbers();
  readonly #from = new Numbers();
  readonly #to = new Numbers();

  /** @param keyOf what two spellings of one name share */
  constructor(keyOf: (name: string) => string) {
    this.#alliances = new Names(keyOf);
    this.#firms = new Names(keyOf);
    this.#houses = new Names(keyOf);
  }

  add({ alliance, firm, house, from, to }: Membership): void {
    this.#alliance.push(this.#alliances.numberOf(alliance));
    this.#firm.push(this.#firms.numberOf(firm));
    this.#house.push(this.#houses.numberOf(house));
    this.#from.push(from ?? UNKNOWN);
    this.#to.push(to ?? NEVER);
  }

  get count(): number {
    return this.#alliance.length;
  }

  get alliances(): readonly string[] {
    return this.#alliances.shown;
  }

  get firms(): readonly string[] {
    return this.#firms.shown;
  }

  get houses(): readonly string[] {
    return this.#houses.shown;
  }

  /** Columns, one entry a membership: numbers of alliance, firm and house. */
  get columns(): { readonly alliance: Int32Array; readonly firm: Int32Array; readonly house: Int32Array } {
    return { alliance: this.#alliance.all, firm: this.#firm.all, house: this.#house.all };
  }

  /** Whether the nth holds on a day; one without a beginning holds on none. */
  holdsOn(nth: number, day: DayNumber): boolean {
    const from = this.#from.all[nth] as number;
    return from !== UNKNOWN && from <= day && day < (this.#to.all[nth] as number);
  }

  hasBeginning(nth: number): boolean {
    return this.#from.all[nth] !== UNKNOWN;
  }
}
