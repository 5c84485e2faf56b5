import { Outcome, type Problem } from '../kernel/index.ts';
import {
  type Criterion,
  type DecisionMatrix,
  type Direction,
  PREFERENCE_SHAPES,
  type PreferenceFunction,
  type PreferenceThreshold,
  THRESHOLDS_OF,
} from '../lifecycle/index.ts';
import { cellAt, placedIn, type Places } from './decision-places.ts';
import type { Cell } from './table-cells.ts';
import type { TableFile } from './table-file.ts';
import { readWholeTable } from './whole-table.ts';
import { commaWarning, figureIn, figureMannerOf, type FigureManner } from './written-figures.ts';

/** Alternatives by criteria as a table holds them, not judged yet. */
export type DecisionTable = {
  readonly file: string;
  readonly matrix: DecisionMatrix;
  readonly places: Places;
  readonly warnings: readonly Problem[];
};

const WORDS = {
  direction: ['direction', 'directions', '方向'],
  weight: ['weight', 'weights', '重み', '權重', '权重'],
  preference: ['preference', 'preferences'],
} as const;
type RowKind = keyof typeof WORDS;

/** Read as thresholds only in a table that has a row of preferences: alternatives may be called like that. */
const THRESHOLD_ROWS: Readonly<Record<string, PreferenceThreshold>> = {
  q: 'indifference',
  p: 'preference',
  s: 'spread',
};

const DIRECTION_WORDS: Readonly<Record<string, Direction>> = {
  max: 'max',
  maximum: 'max',
  maximise: 'max',
  maximize: 'max',
  benefit: 'max',
  最大: 'max',
  min: 'min',
  minimum: 'min',
  minimise: 'min',
  minimize: 'min',
  cost: 'min',
  最小: 'min',
};

const UNKNOWN = '?';

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const nameIn = (row: readonly Cell[]): string => plain(row[0]?.text ?? '');

type Rows = {
  readonly kinds: ReadonlyMap<RowKind, readonly Cell[]>;
  readonly thresholds: ReadonlyMap<PreferenceThreshold, readonly Cell[]>;
  readonly alternatives: readonly (readonly Cell[])[];
};

/** A table on its way in: what was found wrong, and where things stand. */
class TableReading {
  readonly problems: Problem[] = [];
  readonly places = new Map<string, Cell>();
  readonly file: string;
  manner: FigureManner = { decimalCommas: false, decimalPoints: false };

  constructor(file: string) {
    this.file = file;
  }

  refuse({ line, column }: Cell, problem: Pick<Problem, 'code' | 'message' | 'fix'>): null {
    this.problems.push({ file: this.file, line, column, ...problem });
    return null;
  }

  /** The number in a cell; null when it is said not to be known, or was refused. */
  number(cell: Cell, what: string, mayBeUnknown: boolean): number | null {
    if (cell.text === UNKNOWN && mayBeUnknown) return null;
    if (cell.text === '') {
      const unknown = mayBeUnknown ? `, or ${UNKNOWN} where it is not known: it is then left out of the ranking` : '';
      return this.refuse(cell, { code: 'cell-empty', message: `${what} is empty`, fix: `Give a number${unknown}.` });
    }
    const figure = figureIn(cell, this.manner);
    if (typeof figure === 'number') return figure;
    return this.refuse(cell, { ...figure, message: `${what}: ${figure.message}` });
  }
}

function sortedRows(reading: TableReading, rows: readonly (readonly Cell[])[]): Rows {
  const kinds = new Map<RowKind, readonly Cell[]>();
  const thresholds = new Map<PreferenceThreshold, readonly Cell[]>();
  const hasPreferences = rows.some((row) => WORDS.preference.some((word) => word === nameIn(row)));
  const keep = <K>(map: Map<K, readonly Cell[]>, key: K, row: readonly Cell[]): void => {
    if (!map.has(key)) map.set(key, row);
    else
      reading.refuse(cellAt(row, 0), {
        code: 'decision-row-twice',
        message: `The row "${row[0]?.text ?? ''}" stands twice`,
        fix: 'Keep one of the two.',
      });
  };
  const alternatives = rows.filter((row) => {
    const name = nameIn(row);
    const kind = (Object.keys(WORDS) as RowKind[]).find((each) => WORDS[each].some((word) => word === name));
    const threshold = hasPreferences ? THRESHOLD_ROWS[name] : undefined;
    if (kind !== undefined) keep(kinds, kind, row);
    else if (threshold !== undefined) keep(thresholds, threshold, row);
    return kind === undefined && threshold === undefined;
  });
  return { kinds, thresholds, alternatives };
}

function preferenceAt(reading: TableReading, { kinds, thresholds }: Rows, at: number): PreferenceFunction | null {
  const row = kinds.get('preference');
  const cell = row === undefined ? undefined : cellAt(row, at);
  if (cell === undefined || cell.text === '') return null;
  const shape = PREFERENCE_SHAPES.find((each) => each === plain(cell.text));
  if (shape === undefined) {
    const message = `"${cell.text}" is no shape of preference`;
    return reading.refuse(cell, { code: 'preference-unknown', message, fix: `Use ${PREFERENCE_SHAPES.join(', ')}.` });
  }
  const given = THRESHOLDS_OF[shape].map((threshold) => {
    const of = thresholds.get(threshold);
    const letter = Object.keys(THRESHOLD_ROWS).find((each) => THRESHOLD_ROWS[each] === threshold) ?? '';
    if (of !== undefined) return [threshold, reading.number(cellAt(of, at), `The threshold ${letter}`, false)] as const;
    const message = `A ${shape} preference needs a row ${letter}, the threshold of ${threshold}`;
    return [
      threshold,
      reading.refuse(cell, { code: 'decision-row-missing', message, fix: `Add a row "${letter}".` }),
    ] as const;
  });
  if (given.some(([, value]) => value === null)) return null;
  return { shape, ...Object.fromEntries(given) } as PreferenceFunction;
}

function directionAt(reading: TableReading, row: readonly Cell[], at: number, name: string): Direction | null {
  const cell = cellAt(row, at);
  const direction = DIRECTION_WORDS[plain(cell.text)];
  if (direction !== undefined) return direction;
  if (cell.text === '') {
    const message = `The direction of "${name}" is empty`;
    return reading.refuse(cell, { code: 'cell-empty', message, fix: 'Write max or min.' });
  }
  const message = `"${cell.text}" is no direction`;
  return reading.refuse(cell, {
    code: 'direction-unknown',
    message,
    fix: 'Write max (more is better) or min (less is).',
  });
}

function criteriaIn(reading: TableReading, header: readonly Cell[], rows: Rows): Criterion[] {
  const [directions, weights] = [rows.kinds.get('direction'), rows.kinds.get('weight')];
  for (const kind of ['direction', 'weight'] as const) {
    if (rows.kinds.has(kind)) continue;
    const example = kind === 'direction' ? 'direction,max,min' : 'weight,0.6,0.4';
    const message = `There is no row that begins with "${kind}"`;
    const fix = `Add it below the criteria: ${example}, one for each criterion.`;
    reading.refuse(cellAt(header, 0), { code: 'decision-row-missing', message, fix });
  }
  return header.slice(1).map((cell, nth): Criterion => {
    const at = nth + 1;
    const { text: name } = cell;
    const pointer = `/criteria/${nth}`;
    reading.places.set(pointer, cell);
    if (weights !== undefined) reading.places.set(`${pointer}/weight`, cellAt(weights, at));
    const preferences = rows.kinds.get('preference');
    if (preferences !== undefined) reading.places.set(`${pointer}/preference`, cellAt(preferences, at));
    const direction = directions === undefined ? null : directionAt(reading, directions, at, name);
    const weight = weights === undefined ? null : reading.number(cellAt(weights, at), `The weight of "${name}"`, false);
    const preference = preferenceAt(reading, rows, at);
    return {
      name,
      direction: direction ?? 'max',
      weight: weight ?? 1,
      ...(preference === null ? {} : { preference }),
    };
  });
}

function surplusIn(reading: TableReading, rows: readonly (readonly Cell[])[], width: number): void {
  for (const row of rows) {
    const cell = row.slice(width).find(({ text }) => text !== '');
    if (cell === undefined) continue;
    const message = `"${cell.text.slice(0, 40)}" stands behind the last criterion`;
    const fix = 'Put names and figures that hold the delimiter into quotation marks, or name the criterion.';
    reading.refuse(cell, { code: 'cell-surplus', message, fix });
  }
}

/** The header up to its last cell that any row has something in, so that empty columns behind it do not count. */
function headerIn(rows: readonly (readonly Cell[])[]): readonly Cell[] {
  const [header = [], ...below] = rows;
  const named = header.findLastIndex(({ text }) => text !== '') + 1;
  const filled = Math.max(0, ...below.map((row) => row.findLastIndex(({ text }) => text !== '') + 1));
  return header.slice(0, Math.max(named, Math.min(filled, header.length)));
}

/** Criteria on which every alternative's cell is empty: told once, not cell by cell. */
function emptyCriteria(
  reading: TableReading,
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): Set<number> {
  const empty = new Set<number>();
  for (const [at, cell] of header.entries()) {
    if (at === 0 || rows.length === 0 || rows.some((row) => cellAt(row, at).text !== '')) continue;
    empty.add(at);
    const message = `Nothing is known on the criterion "${cell.text}"`;
    reading.refuse(cell, { code: 'criterion-empty', message, fix: 'Fill in its column, or remove it.' });
  }
  return empty;
}

/**
 * Reads a table of alternatives by criteria: the criteria in the first row, a row `direction` (max, min), a row `weight`, and
 * one row an alternative. A row `preference` may name shapes of PROMETHEE II, with their thresholds in rows `q`, `p` and `s`. A
 * cell `?` is not known.
 * @returns not judged yet; problems and warnings carry line and column
 */
export async function readDecisionTable(file: TableFile): Promise<Outcome<DecisionTable>> {
  const table = await readWholeTable(file);
  if (!table.ok) return table;
  const [first, ...below] = table.value.grid;
  if (first === undefined || below.length === 0) {
    const fix = 'Give a row of criteria, rows "direction" and "weight", and one row for each alternative.';
    const message = first === undefined ? 'The table is empty' : 'There is no row below the criteria';
    return Outcome.refuse({ file: file.path, line: 1, column: 1, code: 'table-empty', message, fix });
  }
  const reading = new TableReading(file.path);
  const header = headerIn([first, ...below]);
  const rows = sortedRows(reading, below);
  reading.manner = figureMannerOf(below.flatMap((row) => row.slice(1).map(({ text }) => text)));
  reading.places.set('/criteria', cellAt(header, 0));
  reading.places.set('/alternatives', cellAt(rows.alternatives[0] ?? header, 0));
  surplusIn(reading, below, header.length);
  const criteria = criteriaIn(reading, header, rows);
  const empty = emptyCriteria(reading, header, rows.alternatives);
  const alternatives = rows.alternatives.map((row, nth) => {
    const name = row[0]?.text ?? '';
    reading.places.set(`/alternatives/${nth}`, cellAt(row, 0));
    const values = criteria.map((criterion, column) => {
      const cell = cellAt(row, column + 1);
      reading.places.set(`/alternatives/${nth}/values/${column}`, cell);
      return empty.has(column + 1) ? null : reading.number(cell, `"${name}" on "${criterion.name}"`, true);
    });
    return { name, values };
  });
  if (reading.problems.length > 0) return Outcome.refuse(...reading.problems);
  const { places, manner } = reading;
  const warnings = [...table.value.warnings, ...commaWarning(file.path, manner)];
  return Outcome.of({ file: file.path, matrix: { criteria, alternatives }, places, warnings });
}

/** A problem of the matrix of a table, told by line and column. */
export const placedInTable = ({ file, places }: Pick<DecisionTable, 'file' | 'places'>, problem: Problem): Problem =>
  placedIn(file, places, problem);
