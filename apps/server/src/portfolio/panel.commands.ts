import {
  type FirmYearsAnswer,
  firmYearsAnswer,
  type FirmYearsQuery,
  type PanelMeasureName,
  type PanelQuery,
} from '@entente/contract/portfolio';
import { Outcome } from '@entente/core/kernel';
import type { Caller } from '../register/changing.commands.ts';
import type { FirmReading, FirmReadings, WorkspaceQuestion } from './firm-readings.commands.ts';
import { populationIn, yearAsked } from './measures.commands.ts';
import { focalNamed, MEASURE_COLUMNS, namedFirm, valuesAt } from './measures.presenter.ts';
import type { PanelDesk } from './panel-desk.ts';
import { rowsWithoutClaims } from './panel-file.ts';
import { sourcesOf } from './portfolio.presenter.ts';
import { workOf } from './register-work.ts';

type Reading = Omit<FirmReading, 'focal'>;
type Row = FirmYearsAnswer['firms'][number];

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Rows by a measure or by name; what is not defined stands last in both directions. */
function ordered(rows: readonly Row[], sort: FirmYearsQuery['sort']): Row[] {
  const key = sort.replace(/^-/, '') as PanelMeasureName | 'name';
  const sign = sort.startsWith('-') ? -1 : 1;
  const byName = (one: Row, other: Row): number => one.name.localeCompare(other.name, 'en');
  if (key === 'name') return [...rows].sort((one, other) => sign * byName(one, other));
  return [...rows].sort((one, other) => {
    const [mine, theirs] = [one.values[key] ?? null, other.values[key] ?? null];
    if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null) || byName(one, other);
    return sign * (mine - theirs) || byName(one, other);
  });
}

function firmYearsOf({ register, whole, snapshot }: Reading, query: FirmYearsQuery): FirmYearsAnswer {
  const { level, sort, limit } = query;
  const population = populationIn(query.population, snapshot);
  const work = workOf(register);
  const asked = yearAsked(query.asOf);
  const panel = work.panel(population, level, asked);
  const year = asked ?? panel.year.reduce((last, each) => Math.max(last, each), 0);
  const wanted = folded(query.q ?? '');
  const network = work.network(level, year);
  const rows = [...panel.year.keys()].flatMap((row): Row[] => {
    if (panel.year[row] !== year) return [];
    const firm = namedFirm(register, focalNamed(panel.firms[panel.firm[row] ?? -1] ?? ''));
    return folded(firm.name).includes(wanted) ? [{ ...firm, values: valuesAt(panel, row, network) }] : [];
  });
  const firms = ordered(rows, sort).slice(0, limit);
  return { population, level, sources: sourcesOf(whole), year, columns: MEASURE_COLUMNS, firms, total: rows.length };
}

/** The portfolio measures of every firm in one year. */
export const firmYearsQuestion = (query: FirmYearsQuery): WorkspaceQuestion<FirmYearsAnswer> => ({
  name: 'firm-years',
  parameters: query,
  answer: firmYearsAnswer,
  compute: (reading) => firmYearsOf(reading, query),
});

/** The firm-year panel of a workspace as the parts of a file, of which the first is there. */
export async function exportPanel(
  readings: FirmReadings,
  desk: PanelDesk,
  caller: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
  { population, level, sources, format }: PanelQuery,
): Promise<Outcome<AsyncIterable<Uint8Array>>> {
  const read = await readings.registerOf(caller, { workspace, sources: sources ?? null });
  if (!read.ok) return read;
  const { register, snapshot } = read.value;
  const parts = desk.partsOf({
    rows: rowsWithoutClaims(register),
    population: populationIn(population, snapshot),
    level,
    format,
  });
  const first = await parts.next();
  return Outcome.of(first.done === true ? parts : joined(first.value, parts));
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
