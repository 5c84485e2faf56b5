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
  readonly house: string;
  /** Form of the alliance, and country of the firm; null where not stated. */
  readonly form: string | null;
  readonly country: string | null;
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
  readonly #form = new Numbers();
  readonly #forms: Names;
  readonly #countries: Names;
  /** Country of each firm by number, -1 where none is stated; of several the first in the alphabet. */
  readonly #countryOf: number[] = [];

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
    this.#house.push(this.#houses.numberOf(house));
    this.#form.push(form === null ? NONE : this.#forms.numberOf(form));
    this.#placeIn(number, country);
    this.#from.push(from ?? UNKNOWN);
    this.#to.push(to ?? NEVER);
  }

  #placeIn(firm: number, country: string | null): void {
    const known = this.#countryOf[firm] ?? NONE;
    if (country === null) this.#countryOf[firm] = known;
    else {
      const stated = this.#countries.numberOf(country);
      const [one, other] = [this.#countries.shown[known], this.#countries.shown[stated]];
      this.#countryOf[firm] = one !== undefined && other !== undefined && one < other ? known : stated;
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
    return this.#houses.shown;
  }

  get forms(): readonly string[] {
    return this.#forms.shown;
  }

  /** One entry a membership: numbers of alliance, firm, house and form, and the days from and to which it holds. */
  get columns(): MembershipColumns {
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

  /** Whether the nth holds on a day; one without a beginning holds on none. */
  holdsOn(nth: number, day: DayNumber): boolean {
    const from = this.#from.all[nth] as number;
    return from !== UNKNOWN && from <= day && day < (this.#to.all[nth] as number);
  }

  hasBeginning(nth: number): boolean {
    return this.#from.all[nth] !== UNKNOWN;
  }
}
