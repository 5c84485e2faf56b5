/** Date a row of a table gives, as a number that grows with it: 20150331. */
export type DayNumber = number;

/** Columns of memberships; what is not stated is `NONE`, an unknown beginning `UNKNOWN`, an open end `NEVER`. */
export type MembershipColumns = {
  readonly alliance: Int32Array;
  readonly firm: Int32Array;
  readonly house: Int32Array;
  readonly form: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
};

export const NONE = -1;
const NEVER = 2_147_483_647;
const UNKNOWN = -2_147_483_648;

/** One firm's part in one alliance. */
export type Membership = {
  readonly alliance: string;
  readonly firm: string;
  /** Null where it is not stated: then that of other rows of the firm, else the firm itself. */
  readonly house: string | null;
  /** Form of the alliance, and country of the firm; null where not stated. */
  readonly form: string | null;
  readonly country: string | null;
  /** First day on which it may hold; null: unknown. */
  readonly from: DayNumber | null;
  /** First day on which it may hold no longer; null: none is stated. Before `from` it holds on no day, and ends when it begins. */
  readonly to: DayNumber | null;
};

/** The same text in memory of its own: a part of a long text would keep all of that text from being freed. */
const standingAlone = (text: string): string => ` ${text}`.slice(1);

/** Names by number; two spellings with the same key are one, and the first in the alphabet stands for both. */
class Names {
  readonly #numbers = new Map<string, number>();
  readonly #shown: string[] = [];
  readonly #keyOf: (name: string) => string;
  /** The name asked last, and its number: rows of one alliance, or one country, stand together. */
  #last: string | null = null;
  #lastNumber = NONE;

  constructor(keyOf: (name: string) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(name: string): number {
    if (name === this.#last) return this.#lastNumber;
    const number = this.#found(name);
    this.#last = this.#shown[number] === name ? this.#shown[number] : null;
    this.#lastNumber = number;
    return number;
  }

  #found(name: string): number {
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

/** Of two numbers that may be none, that whose name stands first in the alphabet. */
function firstOf(names: readonly string[], known: number | undefined, stated: number): number {
  if (known === undefined || known === NONE || known === stated) return stated === NONE ? (known ?? NONE) : stated;
  return stated === NONE || (names[known] as string) < (names[stated] as string) ? known : stated;
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
  readonly #form = new Numbers();
  readonly #forms: Names;
  readonly #countries: Names;
  /** Country and house of each firm by number, -1 where none is stated; of several the first in the alphabet. */
  readonly #countryOf: number[] = [];
  readonly #houseOf: number[] = [];
  /** How many rows there were when houses that none states were filled in. */
  #settled = 0;
  readonly #houseless: number[] = [];

  /** @param keyOf what two spellings of one name share */
  constructor(keyOf: (name: string) => string) {
    this.#alliances = new Names(keyOf);
    this.#firms = new Names(keyOf);
    this.#houses = new Names(keyOf);
    this.#forms = new Names(keyOf);
    this.#countries = new Names(keyOf);
  }

  add({ alliance, firm, house, form, country, from, to }: Membership): void {
    const number = this.#firms.numberOf(firm);
    this.#alliance.push(this.#alliances.numberOf(alliance));
    this.#firm.push(number);
    if (house === null) this.#houseless.push(this.#house.length);
    const stated = house === null ? NONE : this.#houses.numberOf(house);
    this.#house.push(stated);
    this.#houseOf[number] = firstOf(this.#houses.shown, this.#houseOf[number], stated);
    this.#form.push(form === null ? NONE : this.#forms.numberOf(form));
    const placed = country === null ? NONE : this.#countries.numberOf(country);
    this.#countryOf[number] = firstOf(this.#countries.shown, this.#countryOf[number], placed);
    this.#from.push(from ?? UNKNOWN);
    this.#to.push(to === null ? NEVER : Math.max(to, from ?? UNKNOWN));
  }

  /** Fills in the house of rows that state none: what other rows of the firm state, else the firm for itself. */
  #settle(): void {
    if (this.#settled === this.count) return;
    this.#settled = this.count;
    const [houses, firms] = [this.#house.all, this.#firm.all];
    for (const row of this.#houseless) {
      const firm = firms[row] as number;
      const known = this.#houseOf[firm] as number;
      houses[row] = known === NONE ? this.#houses.numberOf(this.#firms.shown[firm] as string) : known;
    }
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
    this.#settle();
    return this.#houses.shown;
  }

  get forms(): readonly string[] {
    return this.#forms.shown;
  }

  /** One entry a membership: numbers of alliance, firm, house and form, and the days from and to which it holds. */
  get columns(): MembershipColumns {
    this.#settle();
    return {
      alliance: this.#alliance.all,
      firm: this.#firm.all,
      house: this.#house.all,
      form: this.#form.all,
      from: this.#from.all,
      to: this.#to.all,
    };
  }

  /** Number of each firm's country, -1 where none is stated. */
  get countryOf(): Int32Array {
    return Int32Array.from(this.#countryOf);
  }

  /** Number of the firm of the nth. */
  firmOf(nth: number): number {
    return this.#firm.all[nth] as number;
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
