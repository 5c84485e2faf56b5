import {
  type FirmYearsAnswer,
  firmYearsAnswer,
  type FirmYearsQuery,
  type PanelMeasureName,
  type PanelQuery,
} from '@entente/contract/portfolio';
import { csvText, CSV_BEGIN, type WrittenCell } from '@entente/core/interchange';
import { Outcome } from '@entente/core/kernel';
import type { Caller } from '../register/changing.commands.ts';
import type { FirmReading, FirmReadings, WorkspaceQuestion } from './firm-readings.commands.ts';
import { populationIn, yearAsked } from './measures.commands.ts';
import { focalNamed, MEASURE_COLUMNS, namedFirm, valuesAt } from './measures.presenter.ts';
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

/** Rows of a panel whose text is made at once. */
const ROWS_A_PART = 2_000;

/** The whole panel as CSV, part by part: firm, name, kind and year, then a column a measure; empty where not defined. */
function* panelText({ register, snapshot }: Reading, query: PanelQuery): Generator<string> {
  const population = populationIn(query.population, snapshot);
  const work = workOf(register);
  const panel = work.panel(population, query.level, null);
  yield CSV_BEGIN + csvText([['firm', 'name', 'kind', 'year', ...MEASURE_COLUMNS.map(({ name }) => name)]]);
  for (let from = 0; from < panel.year.length; from += ROWS_A_PART) {
    const rows = [...panel.year.subarray(from, from + ROWS_A_PART)].map((year, nth): WrittenCell[] => {
      const row = from + nth;
      const { slug, name, kind } = namedFirm(register, focalNamed(panel.firms[panel.firm[row] ?? -1] ?? ''));
      const values = valuesAt(panel, row, work.network(query.level, year));
      const cells = MEASURE_COLUMNS.map((column): WrittenCell => {
        const value = values[column.name];
        return value === null ? null : { number: String(value) };
      });
      return [slug, name, kind, { number: String(year) }, ...cells];
    });
    yield csvText(rows);
  }
}

/** The firm-year panel of a workspace as the parts of a CSV file. */
export async function exportPanel(
  readings: FirmReadings,
  caller: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
  query: PanelQuery,
): Promise<Outcome<Iterable<string>>> {
  const read = await readings.registerOf(caller, { workspace, sources: query.sources ?? null });
  return read.ok ? Outcome.of(panelText(read.value, query)) : read;
}
