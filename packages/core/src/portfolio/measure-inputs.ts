import { type Day, EdtfDate, groupedBy, type SourceRef } from '../kernel/index.ts';
import { EQUITY_FORMS, type Register } from '../register/index.ts';
import { movesOf, resourceKey } from './moves.ts';
import type { Focal } from './own-side.ts';
import { isOn, isUncertain, type PanelRecord, panelRecord, type PanelSpell, type PanelTie } from './panel-record.ts';
import type { Population } from './parameters.ts';
import { evidencePlaces } from './evidence-places.ts';
import { tiesOf } from './ties.ts';

/** Measures of a firm in a year that are counted from its own record; those of the network are not. */
export const COUNTED_MEASURES = [
  'formed',
  'ended',
  'accumulated',
  'size',
  'ties',
  'partners',
  'houses',
  'repeat-tie-share',
  'new-partner-share',
  'equity-share',
  'form-diversity',
  'country-diversity',
  'kind-diversity',
  'resource-diversity',
  'resource-redundancy',
  'exploration-share',
  'foreign-partner-share',
  'house-concentration',
  'age',
] as const;
export type CountedMeasure = (typeof COUNTED_MEASURES)[number];

/** Measures of a firm in a year that are read from its position in the network of all recorded alliances. */
export const POSITION_MEASURES = [
  'degree',
  'effective-size',
  'efficiency',
  'constraint',
  'hierarchy',
  'k-core',
] as const;
export type PositionMeasure = (typeof POSITION_MEASURES)[number];

/** How a value comes from its inputs. */
export const COUNTINGS = ['count', 'kinds', 'share', 'diversity', 'concentration', 'mean'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** One thing that is counted: an alliance, a tie, a partner, a resource or a move. */
export type CountedInput = {
  /** Slugs of the alliances through which it counts. */
  readonly alliances: readonly string[];
  /** Slugs of the organisations it is about. */
  readonly partners: readonly string[];
  /** Resource as `kind:subject`, or the kind of a move. */
  readonly what: string | null;
  /** What diversity and concentration tell apart by; houses as `house:<slug>` or `organisation:<slug>`. */
  readonly category: string | null;
  /** As stated, and the first day on which it no longer holds. */
  readonly from: string | null;
  readonly until: Day | null;
  /** Of a share: whether it is of the part. */
  readonly part: boolean;
  /** Of a mean: its amount. */
  readonly amount: number | null;
  /** Whether a date on which it rests may fall on either side of the day. */
  readonly uncertain: boolean;
  readonly evidence: readonly SourceRef[];
};

export type MeasureInputs = {
  readonly how: Counting;
  /** What the inputs give; null where there is nothing to count. */
  readonly value: number | null;
  readonly inputs: readonly CountedInput[];
  /** Of a share of foreign partners: the firm's own country. */
  readonly country: string | null;
};

const DAYS_A_YEAR = 365.25;
const daysOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

function squares(categories: readonly (string | null)[]): number | null {
  if (categories.length === 0) return null;
  let sum = 0;
  for (const group of groupedBy(categories, (category) => category ?? '').values())
    sum += (group.length / categories.length) ** 2;
  return sum;
}

/**
 * What counted inputs give. A share, a diversity or a mean of nothing is unknown.
 * @example valueOf('share', []) // => null
 */
export function valueOf(how: Counting, inputs: readonly CountedInput[]): number | null {
  switch (how) {
    case 'count':
      return inputs.length;
    case 'kinds':
      return new Set(inputs.map(({ category }) => category)).size;
    case 'share':
      return inputs.length === 0 ? null : inputs.filter(({ part }) => part).length / inputs.length;
    case 'mean':
      return inputs.length === 0 ? null : inputs.reduce((sum, { amount }) => sum + (amount ?? 0), 0) / inputs.length;
    case 'concentration':
      return squares(inputs.map(({ category }) => category));
    case 'diversity': {
      const concentration = squares(inputs.map(({ category }) => category));
      return concentration === null ? null : 1 - concentration;
    }
  }
}

/** Makes inputs of what is counted in one year. */
class YearInputs {
  readonly #register: Register;
  readonly #record: PanelRecord;
  readonly #population: Population;
  readonly #year: number;
  readonly #day: Day;

  constructor(register: Register, record: PanelRecord, population: Population, year: number) {
    this.#register = register;
    this.#record = record;
    this.#population = population;
    this.#year = year;
    this.#day = EdtfDate.lastDayOf(year);
  }

  of(measure: CountedMeasure): { readonly how: Counting; readonly inputs: readonly CountedInput[] } {
    const { spells, ties } = this.#record;
    const active = spells.filter((spell) => isOn(spell, this.#day));
    const tied = ties.filter((tie) => isOn(tie, this.#day));
    switch (measure) {
      case 'formed':
        return { how: 'count', inputs: spells.filter(({ from }) => this.#isThisYear(from)).map(this.#spell) };
      case 'ended':
        return {
          how: 'count',
          inputs: spells.filter(({ to }) => to !== null && this.#isThisYear(to)).map(this.#spell),
        };
      case 'accumulated':
        return { how: 'count', inputs: spells.filter(({ from }) => from <= this.#day).map(this.#spell) };
      case 'size':
        return { how: 'count', inputs: active.map(this.#spell) };
      case 'age':
        return { how: 'mean', inputs: active.map(this.#spell) };
      case 'equity-share':
        return { how: 'share', inputs: active.filter(({ alliance }) => alliance.form !== null).map(this.#spell) };
      case 'form-diversity':
        return { how: 'diversity', inputs: active.filter(({ alliance }) => alliance.form !== null).map(this.#spell) };
      case 'ties':
        return { how: 'count', inputs: tied.map(this.#tie) };
      case 'repeat-tie-share':
        return { how: 'share', inputs: tied.map(this.#tie) };
      case 'house-concentration':
        return { how: 'concentration', inputs: tied.map(this.#tie) };
      case 'partners':
        return { how: 'count', inputs: this.#partners(tied, () => null) };
      case 'houses':
        return { how: 'kinds', inputs: this.#partners(tied, ({ house }) => this.#houseSlug(house)) };
      case 'new-partner-share':
        return { how: 'share', inputs: this.#newPartners() };
      case 'country-diversity':
        return { how: 'diversity', inputs: this.#stated(tied, (partner) => this.#countryOf(partner)) };
      case 'kind-diversity':
        return { how: 'diversity', inputs: this.#stated(tied, (id) => this.#register.organisation(id)?.kind ?? null) };
      case 'foreign-partner-share':
        return { how: 'share', inputs: this.#foreignPartners(tied) };
      case 'resource-diversity':
        return { how: 'diversity', inputs: this.#resources() };
      case 'resource-redundancy':
        return { how: 'share', inputs: this.#sharedResources() };
      case 'exploration-share':
        return { how: 'share', inputs: this.#moves() };
    }
  }

  readonly #isThisYear = (day: Day): boolean => EdtfDate.yearOf(day) === this.#year;

  readonly #spell = ({ alliance, rows, from, to }: PanelSpell): CountedInput => {
    const claims = [
      ...rows.flatMap((row) => this.#register.claimsOn('membership', row.id)),
      ...this.#register.claimsOn('alliance', alliance.id, 'form'),
      ...this.#register.claimsOn('alliance', alliance.id, 'start'),
      ...this.#register.claimsOn('alliance', alliance.id, 'end'),
    ];
    const first = rows[0]?.from ?? alliance.start;
    return {
      ...NOTHING,
      alliances: [alliance.slug],
      category: alliance.form,
      from: first?.text ?? null,
      until: to,
      part: alliance.form !== null && EQUITY_FORMS.includes(alliance.form),
      amount: (daysOf(this.#day) - daysOf(from)) / DAYS_A_YEAR,
      uncertain: isUncertain(first, [alliance.end, ...rows.map((row) => row.to)], this.#day),
      evidence: evidencePlaces(claims),
    };
  };

  readonly #tie = (tie: PanelTie): CountedInput => ({
    ...this.#ofTies([tie]),
    category: this.#houseSlug(tie.house),
    part: tie.from > this.#firstDayWith(tie.partner),
  });

  #firstDayWith(partner: string): Day {
    return this.#record.ties.reduce(
      (first, tie) => (tie.partner === partner && tie.from < first ? tie.from : first),
      '9999-12-31',
    );
  }

  #ofTies(ties: readonly PanelTie[]): CountedInput {
    const first = ties.reduce((one, other) => (other.from < one.from ? other : one));
    const begins = first.row.from ?? first.alliance.start;
    const claims = ties.flatMap(({ row }) => this.#register.claimsOn('membership', row.id));
    return {
      ...NOTHING,
      alliances: [...new Set(ties.map(({ alliance }) => alliance.slug as string))],
      partners: [...new Set(ties.map(({ partner }) => this.#slug(partner)))],
      from: begins?.text ?? null,
      until: ties.length === 1 ? first.to : null,
      uncertain: ties.some(({ row, alliance }) =>
        isUncertain(row.from ?? alliance.start, [row.to, alliance.end], this.#day),
      ),
      evidence: evidencePlaces(claims),
    };
  }

  #partners(ties: readonly PanelTie[], categoryOf: (tie: PanelTie) => string | null): CountedInput[] {
    return [...groupedBy(ties, ({ partner }) => partner).values()].map((own) => ({
      ...this.#ofTies(own),
      category: categoryOf(own[0] as PanelTie),
    }));
  }

  #stated(ties: readonly PanelTie[], categoryOf: (partner: string) => string | null): CountedInput[] {
    return this.#partners(ties, ({ partner }) => categoryOf(partner)).filter(({ category }) => category !== null);
  }

  #newPartners(): CountedInput[] {
    const met = this.#record.ties.filter(({ from }) => this.#isThisYear(from));
    return [...groupedBy(met, ({ partner }) => partner)].map(([partner, ties]) => ({
      ...this.#ofTies(ties),
      part: this.#isThisYear(this.#firstDayWith(partner)),
    }));
  }

  #foreignPartners(ties: readonly PanelTie[]): CountedInput[] {
    const own = this.country();
    if (own === null) return [];
    const partners = this.#stated(ties, (partner) => this.#countryOf(partner));
    return partners.map((partner) => ({ ...partner, part: partner.category !== own }));
  }

  /** The country of the unit: that of its organisation in most alliances; unknown where several such differ. */
  country(): string | null {
    const counts = [...this.#record.side.organisations].map((id) => ({
      country: this.#countryOf(id),
      count: this.#register.membershipsBy(id).length,
    }));
    const most = Math.max(...counts.map(({ count }) => count));
    const stated = new Set(counts.filter(({ count }) => count === most).map(({ country }) => country));
    return stated.size === 1 ? ([...stated][0] ?? null) : null;
  }

  #resources(): CountedInput[] {
    return this.#record.resources
      .filter((brought) => isOn(brought, this.#day))
      .map(({ tie, resource, to }) => ({
        ...this.#ofTies([tie]),
        what: resourceKey(resource),
        category: resource.kind,
        from: resource.from?.text ?? tie.row.from?.text ?? tie.alliance.start?.text ?? null,
        until: to,
        evidence: evidencePlaces(this.#register.claimsOn('resource', resource.id)),
      }));
  }

  #sharedResources(): CountedInput[] {
    const now = this.#record.resources.filter((brought) => isOn(brought, this.#day));
    return [...groupedBy(now, ({ resource }) => resourceKey(resource))].map(([what, brought]) => ({
      ...this.#ofTies(brought.map(({ tie }) => tie)),
      what,
      part: new Set(brought.map(({ tie }) => tie.house)).size > 1,
      evidence: evidencePlaces(brought.flatMap(({ resource }) => this.#register.claimsOn('resource', resource.id))),
    }));
  }

  #moves(): CountedInput[] {
    const { side } = this.#record;
    const { ties } = tiesOf(this.#register, side, this.#population);
    return movesOf(this.#register, side, ties, this.#population, 'house')
      .filter(({ type, day }) => type !== null && day <= this.#day)
      .map((move) => {
        const claims = [
          ...this.#register.claimsOn('alliance', move.alliance.id, 'start'),
          ...move.fresh.flatMap(({ id }) => this.#register.claimsOn('resource', id)),
        ];
        return {
          ...NOTHING,
          alliances: [move.alliance.slug],
          partners: move.partners.map((partner) => this.#slug(partner)),
          what: move.kind,
          category: move.type,
          from: move.date.text,
          part: move.fresh.length > 0,
          evidence: evidencePlaces(claims),
        };
      });
  }

  #countryOf(organisation: string): string | null {
    return this.#register.organisation(organisation)?.country ?? null;
  }

  #slug(organisation: string): string {
    return this.#register.organisation(organisation)?.slug ?? organisation;
  }

  #houseSlug(key: string): string {
    const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const row = kind === 'house' ? this.#register.house(id) : this.#register.organisation(id);
    return `${kind}:${row?.slug ?? id}`;
  }
}

const NOTHING: CountedInput = Object.freeze({
  alliances: [],
  partners: [],
  what: null,
  category: null,
  from: null,
  until: null,
  part: false,
  amount: null,
  uncertain: false,
  evidence: [],
});

/**
 * What one measure of one firm or house in one year is counted from, each input with its sources, and the value that they
 * give together: the same that the panel holds. Definitions and their sources stand in the engine's `PANEL_COLUMNS`.
 */
export function measureInputs(
  register: Register,
  unit: Focal,
  population: Population,
  year: number,
  measure: CountedMeasure,
): MeasureInputs {
  const reading = new YearInputs(register, panelRecord(register, unit, population), population, year);
  const { how, inputs } = reading.of(measure);
  const country = reading.country();
  const value = valueOf(how, inputs);
  return { how, inputs, value, country: measure === 'foreign-partner-share' ? country : null };
}
