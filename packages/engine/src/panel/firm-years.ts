import { type DayNumber, type MembershipColumns, type Memberships, type NetworkLevel, NONE } from '../network/index.ts';
import { BroughtResources } from './brought-resources.ts';
import { daysSince, yearOf } from './days.ts';
import { FirmTies } from './firm-ties.ts';
import { PANEL_COLUMNS, type PanelMeasure } from './panel-columns.ts';
import { noFacts, type PanelFacts } from './panel-facts.ts';
import { grouped, spellsOf } from './spells.ts';
import { Tally } from './tally.ts';
import { type UnitSpells, unitSpells } from './unit-spells.ts';
import { YearChains } from './year-chains.ts';

const OPEN = 2_147_483_647;
const DAYS_A_YEAR = 365.25;

export type FirmYears = {
  /** Names of the firms, or of the houses, ascending by code unit; `firm` counts into them. */
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
  /** What a row stands for: a firm (left out), or a house with all its members. */
  readonly level?: NetworkLevel;
  /** Forms of the alliances that count; left out or null: all, those of no stated form too. */
  readonly population?: ReadonlySet<string> | null;
  /** What is known beside memberships. */
  readonly facts?: PanelFacts;
  /** The one firm or house to read, by its name; left out: each. */
  readonly only?: string;
};

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

/** Firms or houses by name, and how many rows of the panel they have together. */
function unitsInOrder(names: readonly string[], { byUnit, from }: UnitSpells, last: number, only: string | undefined) {
  const present = names.flatMap((name, number) => {
    if (only !== undefined && name !== only) return [];
    const own = byUnit.rows.subarray(byUnit.offsets[number], byUnit.offsets[number + 1]);
    let first = OPEN;
    for (const spell of own) first = Math.min(first, yearOf(from[spell] as number));
    return own.length > 0 && first <= last ? [{ name, number, first, own }] : [];
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

type Swept = {
  readonly memberships: Memberships;
  readonly rows: Uint32Array;
  readonly span: Span;
  readonly options: PanelOptions;
  readonly facts: PanelFacts;
  readonly houseOf: Int32Array;
  readonly spells: UnitSpells;
  readonly measures: FirmYears['measures'];
};

/** Of whom a row tells: its number and name, its house, its country, its own spells, and who is no partner of it. */
type Unit = {
  readonly number: number;
  readonly name: string;
  readonly house: number;
  readonly country: number;
  readonly own: Uint32Array;
  readonly ventures: ReadonlySet<number>;
};

/** Sweeps over the years of one firm or house at a time and keeps what holds on the last day of each. */
class FirmSweep {
  readonly #spells: UnitSpells;
  readonly #facts: PanelFacts;
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
  readonly #kinds: Tally;
  readonly #forms: Tally;
  readonly #resources: BroughtResources;
  readonly #metInYear: Int32Array;
  readonly #measures: Readonly<Record<PanelMeasure, Float64Array>>;

  constructor({ memberships, rows, span, options, facts, houseOf, spells, measures }: Swept) {
    const { alliances, firms, houses, forms, columns } = memberships;
    this.#spells = spells;
    this.#facts = facts;
    this.#span = span;
    this.#countryOf = memberships.countryOf;
    this.#houseOf = houseOf;
    this.#isEquity = Uint8Array.from(forms, (form) => (options.equityForms.has(form) ? 1 : 0));
    const byAlliance = grouped(rows, columns.alliance, alliances.length);
    this.#ties = new FirmTies(columns, byAlliance, firms.length);
    this.#resources = new BroughtResources(facts, columns, byAlliance, houseOf, span);
    const chains = (): YearChains => new YearChains(span.first, span.last);
    this.#begins = chains();
    this.#ends = chains();
    this.#tieBegins = chains();
    this.#tieEnds = chains();
    this.#partners = new Tally(firms.length);
    this.#houses = new Tally(houses.length);
    this.#countries = new Tally(this.#countryOf.reduce((most, country) => Math.max(most, country), 0) + 1);
    this.#kinds = new Tally(facts.kinds);
    this.#forms = new Tally(forms.length);
    this.#metInYear = new Int32Array(firms.length);
    this.#measures = measures;
  }

  /** Writes the rows of one firm or house, from the year of its first alliance to the last of the panel. */
  run({ number, name, house, country: own, own: rows, ventures }: Unit, first: number, at: number): void {
    const { from, to, form } = this.#spells;
    const ties = this.#ties;
    for (const tally of [this.#partners, this.#houses, this.#countries, this.#kinds, this.#forms]) tally.clear();
    for (const [nth, row] of rows.entries()) {
      this.#begins.add(yearOf(from[row] as number), nth);
      if (to[row] !== OPEN) this.#ends.add(yearOf(to[row] as number), nth);
    }
    const isPartner = (firm: number): boolean => this.#houseOf[firm] !== house && !ventures.has(firm);
    ties.gather(number, this.#spells, rows, isPartner);
    this.#resources.gather(this.#spells, rows, isPartner);
    const moves = this.#facts.additiveMovesOf(name);
    for (let tie = 0; tie < ties.count; tie += 1) {
      this.#tieBegins.add(ties.beginYear.values[tie] as number, tie);
      this.#tieEnds.add(ties.endYear.values[tie] as number, tie);
    }
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
      this.#resources.turn(year);
      const movesSoFar = moves.length === 0 ? moves : moves.filter((move) => move.year <= year);
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
      put['equity-share'][place] = equity / this.#forms.total;
      put['form-diversity'][place] = 1 - this.#forms.concentration;
      put['country-diversity'][place] = 1 - this.#countries.concentration;
      put['kind-diversity'][place] = 1 - this.#kinds.concentration;
      put['resource-diversity'][place] = this.#resources.diversity;
      put['resource-redundancy'][place] = this.#resources.redundancy;
      put['exploration-share'][place] = movesSoFar.filter(({ explorative }) => explorative).length / movesSoFar.length;
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
    if (this.#partners.of(partner) === 0) {
      if (this.#countryOf[partner] !== NONE) this.#countries.add(this.#countryOf[partner] as number);
      if (this.#facts.kindOf[partner] !== NONE) this.#kinds.add(this.#facts.kindOf[partner] as number);
    }
    this.#partners.add(partner);
    this.#houses.add(this.#houseOf[partner] as number);
  }

  #removeTie(partner: number): void {
    this.#partners.remove(partner);
    this.#houses.remove(this.#houseOf[partner] as number);
    if (this.#partners.of(partner) > 0) return;
    if (this.#countryOf[partner] !== NONE) this.#countries.remove(this.#countryOf[partner] as number);
    if (this.#facts.kindOf[partner] !== NONE) this.#kinds.remove(this.#facts.kindOf[partner] as number);
  }
}

/** Country of each house: that of its member in most alliances; unknown where several such members differ. */
function countryOfHouses({ columns, countryOf, houses, firms }: Memberships, houseOf: Int32Array): Int32Array {
  const taken = new Uint32Array(firms.length);
  for (const firm of columns.firm) taken[firm] = (taken[firm] as number) + 1;
  const most = new Uint32Array(houses.length);
  const countries = new Int32Array(houses.length).fill(NONE);
  for (const [firm, house] of houseOf.entries()) {
    const [count, country] = [taken[firm] as number, countryOf[firm] as number];
    if (count > (most[house] as number)) {
      most[house] = count;
      countries[house] = country;
    } else if (count === most[house] && countries[house] !== country) countries[house] = NONE;
  }
  return countries;
}

/** Rows of the alliances whose form counts. */
function ofPopulation(rows: Uint32Array, { forms, columns }: Memberships, population: PanelOptions['population']) {
  if (population === undefined || population === null) return rows;
  const counts = Uint8Array.from(forms, (form) => (population.has(form) ? 1 : 0));
  return rows.filter((row) => counts[columns.form[row] as number] === 1);
}

/** Firms that the alliances of each firm or house set up, dated or not, whatever their form. */
function venturesByUnit(memberships: Memberships, unitOf: Int32Array, units: number, facts: PanelFacts) {
  const { alliance, firm } = memberships.columns;
  const ventures = Array.from({ length: units }, (): Set<number> | null => null);
  for (let row = 0; row < memberships.count; row += 1) {
    const venture = facts.ventureOf[alliance[row] as number] as number;
    const unit = unitOf[firm[row] as number] as number;
    if (venture !== NONE && unit !== NONE) (ventures[unit] ??= new Set()).add(venture);
  }
  return ventures;
}

const NO_VENTURES: ReadonlySet<number> = new Set();

/**
 * The firm-year panel: each firm (or house with all its members) in each year from that of its first alliance to the
 * last of the panel, as of 31 December. What each measure is stands in `PANEL_COLUMNS`; one that needs facts which are
 * not given is NaN throughout. Time and memory grow with memberships, ties and rows.
 */
export function firmYears(memberships: Memberships, options: PanelOptions): FirmYears {
  const level = options.level ?? 'organisation';
  const facts = options.facts ?? noFacts(memberships.firms.length, memberships.alliances.length);
  const { rows: dated, undated, repeated } = spellsOf(memberships);
  const rows = ofPopulation(dated, memberships, options.population);
  const { columns, countryOf } = memberships;
  const houseOf = houseOfFirms(
    memberships,
    Uint32Array.from({ length: memberships.count }, (_, row) => row),
  );
  const names = level === 'house' ? memberships.houses : memberships.firms;
  const unitOf = level === 'house' ? houseOf : Int32Array.from(memberships.firms, (_, firm) => firm);
  const span = spanOf(dated, columns, options.until);
  const spells = unitSpells(rows, columns, unitOf, names.length, level);
  const { present, rows: count } = unitsInOrder(names, spells, span.last, options.only);
  const measures = Object.fromEntries(
    PANEL_COLUMNS.map(({ name }) => [name, new Float64Array(count)]),
  ) as FirmYears['measures'];
  const panel = { firm: new Uint32Array(count), year: new Int32Array(count) };
  const sweep = new FirmSweep({ memberships, rows, span, options, facts, houseOf, spells, measures });
  const ventures = venturesByUnit(memberships, unitOf, names.length, facts);
  const countries = level === 'house' ? countryOfHouses(memberships, houseOf) : countryOf;
  let at = 0;
  for (const [nth, { name, number, first, own }] of present.entries()) {
    const house = level === 'house' ? number : (houseOf[number] as number);
    const country = countries[number] as number;
    sweep.run({ number, name, house, country, own, ventures: ventures[number] ?? NO_VENTURES }, first, at);
    for (let year = first; year <= span.last; year += 1) {
      panel.firm[at] = nth;
      panel.year[at] = year;
      at += 1;
    }
  }
  return { firms: present.map(({ name }) => name), ...panel, measures, undated, repeated };
}
