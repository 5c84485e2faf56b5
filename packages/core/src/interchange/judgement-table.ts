import { Outcome, type Problem } from '../kernel/index.ts';
import type { Judgements } from '../lifecycle/index.ts';
import { cellAt, type Places } from './decision-places.ts';
import type { Cell, Grid } from './table-cells.ts';
import type { TableFile } from './table-file.ts';
import { readWholeTable } from './whole-table.ts';
import { commaWarning, figureIn, figureMannerOf } from './written-figures.ts';

/** Pairwise judgements as a table holds them, not judged yet. */
export type JudgementTable = {
  readonly file: string;
  readonly judgements: Judgements;
  readonly places: Places;
  readonly warnings: readonly Problem[];
};

const FIX = 'Head as many columns as rows, with the same names in the same order; the first cell is empty.';

function notSquare(file: string, { line, column }: Cell, message: string): Problem {
  return { file, line, column, code: 'judgements-not-square', message, fix: FIX };
}

/** Whether what heads the columns heads the rows, in the same order. */
function shapeProblems(file: string, header: readonly Cell[], rows: Grid): Problem[] {
  const names = header.slice(1);
  const problems = rows.flatMap((row, at): Problem[] => {
    const cell = cellAt(row, 0);
    const name = names[at];
    if (name === undefined) return [notSquare(file, cell, `The row "${cell.text}" has no column`)];
    const surplus = row.slice(header.length).find(({ text }) => text !== '');
    if (surplus !== undefined) return [notSquare(file, surplus, `"${surplus.text}" stands in no named column`)];
    if (name.text === cell.text) return [];
    return [notSquare(file, cell, `The row "${cell.text}" stands where the column "${name.text}" does`)];
  });
  return [
    ...problems,
    ...names.slice(rows.length).map((cell) => notSquare(file, cell, `The column "${cell.text}" has no row`)),
  ];
}

type Square = { readonly names: readonly string[]; readonly heads: readonly Cell[]; readonly rows: Grid };

const isFigure = (cell: Cell): boolean => typeof figureIn(cell, figureMannerOf([cell.text])) === 'number';
const filled = (row: readonly Cell[]): readonly Cell[] =>
  row.slice(0, row.findLastIndex(({ text }) => text !== '') + 1);
/** Rows as long as what heads them, and longer where more stands in them. */
const asLong = (rows: Grid, length: number): Grid =>
  rows.map((row) => Array.from({ length: Math.max(length, filled(row).length) }, (_, at) => cellAt(row, at)));

/** What is compared, and the judgements alone. A table whose first row is figures has no names: its rows are called 1, 2, 3. */
function squareIn(file: string, grid: Grid): Outcome<Square> {
  const [first = [], ...rows] = grid;
  const header = filled(first);
  const namesOf = (heads: readonly Cell[]): readonly string[] => heads.map(({ text }) => text);
  if (header.length > 0 && header.every(isFigure))
    return Outcome.of({
      names: header.map((_, at) => String(at + 1)),
      heads: header,
      rows: asLong(grid, header.length),
    });
  const isHeadedAbove =
    header[0]?.text !== '' && rows.length === header.length && rows.every((row) => isFigure(cellAt(row, 0)));
  if (isHeadedAbove) return Outcome.of({ names: namesOf(header), heads: header, rows: asLong(rows, header.length) });
  const shape = shapeProblems(file, header, rows);
  if (shape.length > 0) return Outcome.refuse(...shape);
  const heads = header.slice(1);
  return Outcome.of({
    names: namesOf(heads),
    heads,
    rows: rows.map((row) => heads.map((_, at) => cellAt(row, at + 1))),
  });
}

/**
 * Reads a square table of pairwise judgements: in each cell how many times as much the row counts as the column (3, 1/3, 0.333).
 * Names stand in the first row and in the first column, in the first row alone, or nowhere. An empty cell is a judgement that is
 * missing.
 * @returns not judged yet; problems and warnings carry line and column
 */
export async function readJudgementTable(file: TableFile): Promise<Outcome<JudgementTable>> {
  const table = await readWholeTable(file);
  if (!table.ok) return table;
  const [first, second] = table.value.grid;
  if (first === undefined || (second === undefined && !first.every(isFigure))) {
    const message = first === undefined ? 'The table is empty' : 'There is no row below the names';
    return Outcome.refuse({ file: file.path, line: 1, column: 1, code: 'table-empty', message, fix: FIX });
  }
  const square = squareIn(file.path, table.value.grid);
  if (!square.ok) return square;
  const { names, heads, rows } = square.value;
  const manner = figureMannerOf(rows.flatMap((row) => row.map(({ text }) => text)));
  const places = new Map<string, Cell>([['/values', cellAt(first, 0)]]);
  const problems: Problem[] = [];
  for (const [at, cell] of heads.entries()) places.set(`/names/${at}`, cell);
  const values = rows.map((row, nth) => {
    places.set(`/values/${nth}`, cellAt(row, 0));
    return row.map((cell, column) => {
      places.set(`/values/${nth}/${column}`, cell);
      if (cell.text === '' || cell.text === '?') return null;
      const figure = figureIn(cell, manner);
      if (typeof figure === 'number') return figure;
      problems.push({ file: file.path, line: cell.line, column: cell.column, ...figure });
      return null;
    });
  });
  if (problems.length > 0) return Outcome.refuse(...problems);
  const warnings = [...table.value.warnings, ...commaWarning(file.path, manner)];
  return Outcome.of({ file: file.path, judgements: { names, values }, places, warnings });
}
