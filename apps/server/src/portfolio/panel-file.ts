import { CSV_BEGIN, csvText, figureColumn, type ParquetColumn, parquetParts } from '@entente/core/interchange';
import type { Level, Population } from '@entente/core/portfolio';
import { emptyRows, type Register, registerOf, type RegisterRows } from '@entente/core/register';
import {
  isNetworkCount,
  NETWORK_COLUMNS,
  PANEL_COLUMNS,
  panelHoles,
  type RegisterPanel,
  registerPanel,
} from '@entente/engine/panel';
import { focalNamed, type NamedFirm, namedFirm } from './measures.presenter.ts';
import { LARGEST } from './register-work.ts';

/** What a file of a panel is made from; plain values, so that another thread can be asked. */
export type PanelFileQuestion = {
  /** Rows that hold their values; claims are not needed. */
  readonly rows: RegisterRows;
  readonly population: Population;
  readonly level: Level;
  readonly format: 'csv' | 'parquet';
};

/** The rows of a register without their claims, which are most of it. */
export function rowsWithoutClaims(register: Register): RegisterRows {
  const rows: Record<string, unknown> = emptyRows();
  for (const list of Object.keys(rows) as (keyof RegisterRows)[]) if (list !== 'claims') rows[list] = register[list];
  return rows as RegisterRows;
}

type Figures = { readonly name: string; readonly values: Float64Array; readonly isCount: boolean };
type Panel = Pick<RegisterPanel, 'firm' | 'year'> & {
  readonly named: readonly NamedFirm[];
  readonly figures: readonly Figures[];
};

async function panelOf({ rows, population, level }: PanelFileQuestion): Promise<Panel> {
  const register = registerOf(rows);
  const panel = registerPanel(register, { population, level, until: null, only: null });
  const holes = await panelHoles(panel.memberships, panel, { largest: LARGEST, level });
  const own = PANEL_COLUMNS.map(({ name, unit }) => ({
    name,
    values: panel.measures[name],
    isCount: unit === 'number',
  }));
  const network = NETWORK_COLUMNS.map(({ name }) => ({ name, values: holes[name], isCount: isNetworkCount(name) }));
  return {
    firm: panel.firm,
    year: panel.year,
    named: panel.firms.map((name) => namedFirm(register, focalNamed(name))),
    figures: [...own, ...network],
  };
}

/** Rows of a panel whose text is made at once. */
const ROWS_A_PART = 20_000;

function* csvParts({ firm, year, named, figures }: Panel): Generator<string> {
  yield CSV_BEGIN + csvText([['firm', 'name', 'kind', 'year', ...figures.map(({ name }) => name)]]);
  const heads = named.map(({ slug, name, kind }) => csvText([[slug, name, kind]]).trimEnd());
  for (let from = 0; from < year.length; from += ROWS_A_PART) {
    const lines: string[] = [];
    for (let row = from; row < Math.min(from + ROWS_A_PART, year.length); row += 1) {
      let line = `${heads[firm[row] ?? -1]},${year[row]}`;
      for (const { values } of figures) {
        const value = values[row] ?? Number.NaN;
        line += Number.isNaN(value) ? ',' : `,${value}`;
      }
      lines.push(line);
    }
    yield `${lines.join('\r\n')}\r\n`;
  }
}

function parquetColumns({ firm, year, named, figures }: Panel): ParquetColumn[] {
  const ofFirm = (column: 'firm' | 'name' | 'kind', text: (firm: NamedFirm) => string): ParquetColumn => {
    const texts = named.map(text);
    return {
      name: column,
      type: 'STRING',
      isNullable: false,
      values: (from, to) => Array.from(firm.subarray(from, to), (nth) => texts[nth] ?? ''),
    };
  };
  return [
    ofFirm('firm', ({ slug }) => slug),
    ofFirm('name', ({ name }) => name),
    ofFirm('kind', ({ kind }) => kind),
    { name: 'year', type: 'INT32', isNullable: false, values: (from, to) => year.slice(from, to) },
    ...figures.map(({ name, values, isCount }) => figureColumn(name, values, isCount)),
  ];
}

/** The whole panel as the parts of a file: firm, name, kind and year, then a column a measure; empty or null where not defined. */
export async function* panelFile(question: PanelFileQuestion): AsyncGenerator<Uint8Array> {
  const panel = await panelOf(question);
  if (question.format === 'parquet') yield* parquetParts(parquetColumns(panel), panel.year.length);
  else for (const text of csvParts(panel)) yield Buffer.from(text);
}
