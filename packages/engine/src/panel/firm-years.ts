import { type DayNumber, type MembershipColumns, type Memberships, NONE } from '../network/index.ts';
import { daysSince, yearOf } from './days.ts';
import { FirmTies } from './firm-ties.ts';
import { PANEL_COLUMNS, type PanelMeasure } from './panel-columns.ts';
import { type Grouped, grouped, spellsOf } from './spells.ts';
import { Tally } from './tally.ts';

const OPEN = 2_147_483_647;
const DAYS_A_YEAR = 365.25;

export type FirmYears = {
  /** Names of the firms, ascending by code unit; `firm` counts into them. */
  readonly firms: readonly string[];
  readonly firm: Uint32Array;
  readonly year: Int32Array;
  /** One value a row; NaN where a measure is not defined. */
  readonly measures: Readonly<Record<PanelMeasure, Float64Array>>;
  /** Memberships without a beginning, which no year holds. */
  readonly undated: number;
  /** Memberships of a firm that is in the same alliance at the time by another row; counted once. */
  readonly repeated: number;
};

export type PanelOptions = {
  /** Last year of the panel; null: the last that the table names. */
  readonly until: number | null;
  /** Forms of alliances in which partners hold equity. */
  readonly equityForms: ReadonlySet<string>;
};

/** First and last row of a year of something, chained: the rows that begin (or end) in it, one behind another. */
class YearChains {
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

const lastDayOf = (year: number): DayNumber => year * 10_000 + 1231;

type Span = { readonly first: number; readonly last: number };

function spanOf(rows: Uint32Array, { from, to }: MembershipColumns, until: number | null): Span {
  let first = OPEN;
  let last = 0;
  for (const row of rows) {
    const begins = yearOf(from[row] as number);
    const ends = to[row] === OPEN ? begins : yearOf(to[row] as number);
    first = Math.min(first, begins);
    last = Math.max(last, begins, ends);
  }
  return { first, last: until ?? last };
}

/** Numbers of firms by name, and how many rows of the panel they have together. */
function firmsInOrder(memberships: Memberships, byFirm: Grouped, { from }: MembershipColumns, last: number) {
  const names = memberships.firms;
  const present = names.flatMap((name, number) => {
    const own = byFirm.rows.subarray(byFirm.offsets[number], byFirm.offsets[number + 1]);
    let first = OPEN;
    for (const row of own) first = Math.min(first, yearOf(from[row] as number));
    return own.length > 0 && first <= last ? [{ name, number, first }] : [];
  });
  present.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return { present, rows: present.reduce((sum, { first }) => sum + last - first + 1, 0) };
}

/** House of each firm: of several that a table gives, that of its first row in the alphabet of houses. */
function houseOfFirms(memberships: Memberships, rows: Uint32Array): Int32Array {
  const { firm, house } = memberships.columns;
  const houseOf = new Int32Array(memberships.firms.length).fill(NONE);
  for (const row of rows) {
    const number = firm[row] as number;
    const known = houseOf[number] as number;
    const stated = house[row] as number;
    const before = memberships.houses[known];
    if (before === undefined || (memberships.houses[stated] as string) < before) houseOf[number] = stated;
  }
  return houseOf;
}

/** Sweeps over the years of one firm at a time and keeps what holds on the last day of each. */
class FirmSweep {
  readonly #columns: MembershipColumns;
  readonly #span: Span;
  readonly #countryOf: Int32Array;
  readonly #houseOf: Int32Array;
  readonly #isEquity: Uint8Array;
  readonly #ties: FirmTies;
  readonly #begins: YearChains;
  readonly #ends: YearChains;
  readonly #tieBegins: YearChains;
  readonly #tieEnds: YearChains;
  readonly #partners: Tally;
  readonly #houses: Tally;
  readonly #countries: Tally;
  readonly #forms: Tally;
  readonly #metInYear: Int32Array;
  readonly #measures: Readonly<Record<PanelMeasure, Float64Array>>;

  constructor(
    memberships: Memberships,
    rows: Uint32Array,
    span: Span,
    options: PanelOptions,
    measures: FirmYears['measures'],
  ) {
    const { alliances, firms, houses, forms, columns } = memberships;
    this.#columns = columns;
    this.#span = span;
    this.#countryOf = memberships.countryOf;
    this.#houseOf = houseOfFirms(memberships, rows);
    this.#isEquity = Uint8Array.from(forms, (form) => (options.equityForms.has(form) ? 1 : 0));
    this.#ties = new FirmTies(columns, grouped(rows, columns.alliance, alliances.length), this.#houseOf);
    const chains = (): YearChains => new YearChains(span.first, span.last);
    this.#begins = chains();
    this.#ends = chains();
    this.#tieBegins = chains();
    this.#tieEnds = chains();
    this.#partners = new Tally(firms.length);
    this.#houses = new Tally(houses.length);
    this.#countries = new Tally(this.#countryOf.reduce((most, country) => Math.max(most, country), 0) + 1);
    this.#forms = new Tally(forms.length);
    this.#metInYear = new Int32Array(firms.length);
    this.#measures = measures;
  }

  /** Writes the rows of one firm, from the year of its first alliance to the last of the panel. */
  run(firm: number, rows: Uint32Array, first: number, at: number): void {
    const { from, to, form } = this.#columns;
    const ties = this.#ties;
    for (const tally of [this.#partners, this.#houses, this.#countries, this.#forms]) tally.clear();
    for (const [nth, row] of rows.entries()) {
      this.#begins.add(yearOf(from[row] as number), nth);
      if (to[row] !== OPEN) this.#ends.add(yearOf(to[row] as number), nth);
    }
    ties.gather(firm, rows);
    for (let tie = 0; tie < ties.count; tie += 1) {
      this.#tieBegins.add(ties.beginYear.values[tie] as number, tie);
      this.#tieEnds.add(ties.endYear.values[tie] as number, tie);
    }
    const own = this.#countryOf[firm] as number;
    let accumulated = 0;
    let size = 0;
    let equity = 0;
    let beginDays = 0;
    let repeated = 0;
    const put = this.#measures;
    for (let year = first; year <= this.#span.last; year += 1) {
      const place = at + year - first;
      let formed = 0;
      let ended = 0;
      const count = (nth: number, sign: number): void => {
        const row = rows[nth] as number;
        const kind = form[row] as number;
        size += sign;
        beginDays += sign * daysSince(from[row] as number);
        if (kind === NONE) return;
        equity += sign * (this.#isEquity[kind] as number);
        if (sign > 0) this.#forms.add(kind);
        else this.#forms.remove(kind);
      };
      this.#begins.take(year, (nth) => {
        formed += 1;
        count(nth, 1);
      });
      this.#ends.take(year, (nth) => {
        ended += 1;
        count(nth, -1);
      });
      let met = 0;
      let metNew = 0;
      this.#tieBegins.take(year, (tie) => {
        const partner = ties.partner.values[tie] as number;
        const firstDay = ties.firstDayWith(partner);
        if (this.#metInYear[partner] !== year) {
          this.#metInYear[partner] = year;
          met += 1;
          if (yearOf(firstDay) === year) metNew += 1;
        }
        if ((ties.fromDay.values[tie] as number) > firstDay) repeated += 1;
        this.#addTie(partner);
      });
      this.#tieEnds.take(year, (tie) => {
        const partner = ties.partner.values[tie] as number;
        if ((ties.fromDay.values[tie] as number) > ties.firstDayWith(partner)) repeated -= 1;
        this.#removeTie(partner);
      });
      accumulated += formed;
      const partners = this.#partners.different;
      put.formed[place] = formed;
      put.ended[place] = ended;
      put.accumulated[place] = accumulated;
      put.size[place] = size;
      put.ties[place] = this.#partners.total;
      put.partners[place] = partners;
      put.houses[place] = this.#houses.different;
      put['repeat-tie-share'][place] = repeated / this.#partners.total;
      put['new-partner-share'][place] = metNew / met;
      put['equity-share'][place] = equity / size;
      put['form-diversity'][place] = 1 - this.#forms.concentration;
      put['country-diversity'][place] = 1 - this.#countries.concentration;
      put['foreign-partner-share'][place] =
        own === NONE ? Number.NaN : 1 - this.#countries.of(own) / this.#countries.total;
      put['house-concentration'][place] = this.#houses.concentration;
      put.age[place] = (daysSince(lastDayOf(year)) - beginDays / size) / DAYS_A_YEAR;
      if (size === 0) put.age[place] = Number.NaN;
    }
    // A partner may be met in the same year by the next firm.
    for (let tie = 0; tie < ties.count; tie += 1) this.#metInYear[ties.partner.values[tie] as number] = 0;
  }

  #addTie(partner: number): void {
    if (this.#partners.of(partner) === 0 && this.#countryOf[partner] !== NONE)
      this.#countries.add(this.#countryOf[partner] as number);
    this.#partners.add(partner);
    this.#houses.add(this.#houseOf[partner] as number);
  }

  #removeTie(partner: number): void {
    this.#partners.remove(partner);
    this.#houses.remove(this.#houseOf[partner] as number);
    if (this.#partners.of(partner) === 0 && this.#countryOf[partner] !== NONE)
      this.#countries.remove(this.#countryOf[partner] as number);
  }
}

/**
 * The firm-year panel: each firm in each year from that of its first alliance to the last of the panel, as of 31 December.
 * What each measure is stands in `PANEL_COLUMNS`. Time and memory grow with memberships, ties and rows.
 */
export function firmYears(memberships: Memberships, options: PanelOptions): FirmYears {
  const { rows, undated, repeated } = spellsOf(memberships);
  const { columns } = memberships;
  const span = spanOf(rows, columns, options.until);
  const byFirm = grouped(rows, columns.firm, memberships.firms.length);
  const { present, rows: count } = firmsInOrder(memberships, byFirm, columns, span.last);
  const measures = Object.fromEntries(
    PANEL_COLUMNS.map(({ name }) => [name, new Float64Array(count)]),
  ) as FirmYears['measures'];
  const panel = { firm: new Uint32Array(count), year: new Int32Array(count) };
  const sweep = new FirmSweep(memberships, rows, span, options, measures);
  let at = 0;
  for (const [nth, { number, first }] of present.entries()) {
    sweep.run(number, byFirm.rows.subarray(byFirm.offsets[number], byFirm.offsets[number + 1]), first, at);
    for (let year = first; year <= span.last; year += 1) {
      panel.firm[at] = nth;
      panel.year[at] = year;
      at += 1;
    }
  }
  return { firms: present.map(({ name }) => name), ...panel, measures, undated, repeated };
}
