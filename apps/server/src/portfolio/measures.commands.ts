import {
  type MeasureInputsAnswer,
  measureInputsAnswer,
  type MeasureInputsQuery,
  type MeasuresAnswer,
  measuresAnswer,
  type MeasuresQuery,
} from '@entente/contract/portfolio';
import { discrepanciesAmong } from '@entente/core/evidence';
import { EdtfDate } from '@entente/core/kernel';
import {
  COUNTED_MEASURES,
  type CountedMeasure,
  type Focal,
  type Level,
  measureInputs,
  panelSide,
  panelUnit,
  type PositionMeasure,
  type Population,
  sharedAlliances,
} from '@entente/core/portfolio';
import { type Register, valuesDiffer } from '@entente/core/register';
import { contactTerms } from '@entente/engine/network';
import { unitName } from '@entente/engine/panel';
import type { Snapshot } from '../register/snapshot.commands.ts';
import type { FirmReading, Question } from './firm-readings.commands.ts';
import { focalNamed, MEASURE_COLUMNS, namedFirm, valuesAt } from './measures.presenter.ts';
import { sourcesOf } from './portfolio.presenter.ts';
import { nodeOf, workOf } from './register-work.ts';

/** Inputs beyond which an answer tells their number alone. */
const MOST_INPUTS = 500;

export const yearAsked = (asOf: string | undefined): number | null => {
  const day = asOf === undefined ? null : EdtfDate.asOf(asOf);
  return day?.ok ? EdtfDate.yearOf(day.value) : null;
};

export const populationIn = (population: Population | undefined, snapshot: Snapshot): Population =>
  population ?? snapshot.workspace.defaultPopulation;

function undatedOf(register: Register, unit: Focal): number {
  const { organisations } = panelSide(register, unit);
  return [...organisations]
    .flatMap((organisation) => register.membershipsBy(organisation))
    .filter(({ alliance, from }) => (from ?? register.alliance(alliance)?.start)?.earliest === undefined).length;
}

function measuresOf(reading: FirmReading, query: MeasuresQuery): MeasuresAnswer {
  const { register, whole, focal, snapshot } = reading;
  const { level } = query;
  const population = populationIn(query.population, snapshot);
  const work = workOf(register);
  const panel = work.panelOf(focal, population, level, yearAsked(query.asOf));
  const unit = panelUnit(register, focal, level);
  const members = [...panelSide(register, unit).organisations];
  return {
    population,
    level,
    sources: sourcesOf(whole),
    asked: namedFirm(register, focal),
    firm: namedFirm(register, unit),
    members: members.map((id) => namedFirm(register, { kind: 'organisation', id })),
    columns: MEASURE_COLUMNS,
    years: [...panel.year].map((year, row) => ({ year, values: valuesAt(panel, row, work.network(level, year)) })),
    undated: undatedOf(register, unit),
  };
}

/** The portfolio measures of a firm, a row a year. */
export const measuresQuestion = (query: MeasuresQuery): Question<MeasuresAnswer> => ({
  name: 'measures',
  parameters: query,
  answer: measuresAnswer,
  compute: (reading) => measuresOf(reading, query),
});

const isCounted = (measure: CountedMeasure | PositionMeasure): measure is CountedMeasure =>
  (COUNTED_MEASURES as readonly string[]).includes(measure);

/** How many fields of the alliance and of its members the sources dispute. */
function disputedOf(register: Register, slugs: readonly string[], bySlug: ReadonlyMap<string, string>): number {
  const claims = slugs.flatMap((slug) => {
    const id = bySlug.get(slug) ?? '';
    const members = register.membershipsOf(id).flatMap((row) => register.claimsOn('membership', row.id));
    return [...register.claimsOn('alliance', id), ...members];
  });
  return discrepanciesAmong(claims, valuesDiffer).length;
}

type Asked = {
  readonly unit: Focal;
  readonly level: Level;
  readonly population: Population;
  readonly year: number;
};

type Inputs = Pick<MeasureInputsAnswer, 'how' | 'inputs' | 'contacts' | 'total' | 'country' | 'value'>;

function countedInputs(register: Register, { unit, population, year }: Asked, measure: CountedMeasure): Inputs {
  const { how, inputs, value, country } = measureInputs(register, unit, population, year, measure);
  const bySlug = new Map(register.alliances.map(({ slug, id }) => [slug as string, id]));
  const told = inputs
    .slice(0, MOST_INPUTS)
    .map((input) => ({ ...input, disputed: disputedOf(register, input.alliances, bySlug) }));
  return { how, inputs: told, contacts: [], total: inputs.length, country, value };
}

function positionInputs(register: Register, { unit, level, year }: Asked, measure: PositionMeasure): Inputs {
  const network = workOf(register).network(level, year);
  const node = nodeOf(network, unitName(unit));
  const terms = node < 0 ? [] : contactTerms(network.graph, node);
  const tied = new Map(
    sharedAlliances(register, unit, level, year).map((shared) => [unitName(shared.contact), shared] as const),
  );
  const contacts = terms.map(({ contact, ...term }) => {
    const name = network.names[contact] ?? '';
    const { alliances = [], evidence = [] } = tied.get(name) ?? {};
    return { contact: namedFirm(register, focalNamed(name)), ...term, alliances, evidence };
  });
  contacts.sort((one, other) => other.constraint - one.constraint);
  const held = node < 0 ? Number.NaN : (network.positions[measure][node] ?? Number.NaN);
  const untied = measure === 'degree' || measure === 'k-core' ? 0 : null;
  const value = terms.length === 0 ? untied : Number.isNaN(held) ? null : held;
  return {
    how: 'position',
    inputs: [],
    contacts: contacts.slice(0, MOST_INPUTS),
    total: contacts.length,
    country: null,
    value,
  };
}

/** Names of what the inputs mention, by slug. */
function namesIn(register: Register, { inputs, contacts }: Inputs): MeasureInputsAnswer['names'] {
  const alliances = new Set([...inputs, ...contacts].flatMap((each) => each.alliances));
  const organisations = new Set(inputs.flatMap((input) => input.partners));
  const categories = new Set(inputs.flatMap(({ category }) => category ?? []));
  const named = (
    rows: readonly { readonly slug: string; readonly name: string | null }[],
    wanted: (slug: string) => boolean,
  ) => Object.fromEntries(rows.filter(({ slug }) => wanted(slug)).map(({ slug, name }) => [slug, name ?? slug]));
  return {
    alliances: named(register.alliances, (slug) => alliances.has(slug)),
    organisations: named(
      register.organisations,
      (slug) => organisations.has(slug) || categories.has(`organisation:${slug}`),
    ),
    houses: named(register.houses, (slug) => categories.has(`house:${slug}`)),
  };
}

function inputsOf({ register, whole, focal, snapshot }: FirmReading, query: MeasureInputsQuery): MeasureInputsAnswer {
  const { level, measure } = query;
  const population = populationIn(query.population, snapshot);
  const unit = panelUnit(register, focal, level);
  const year = query.year ?? workOf(register).panelOf(focal, population, level, null).year.at(-1) ?? 0;
  const asked = { unit, level, population, year };
  const inputs = isCounted(measure)
    ? countedInputs(register, asked, measure)
    : positionInputs(register, asked, measure);
  const column = MEASURE_COLUMNS.find(({ name }) => name === measure);
  if (column === undefined) throw new Error(`the measure ${measure} has a column`);
  return {
    population,
    level,
    sources: sourcesOf(whole),
    firm: namedFirm(register, unit),
    year,
    column,
    ...inputs,
    names: namesIn(register, inputs),
  };
}

/** One measure of a firm in one year, opened to what is counted. */
export const measureInputsQuestion = (query: MeasureInputsQuery): Question<MeasureInputsAnswer> => ({
  name: 'measure-inputs',
  parameters: query,
  answer: measureInputsAnswer,
  compute: (reading) => inputsOf(reading, query),
});
