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

/**
 * Reads a square table of pairwise judgements: the same names in the first row and in the first column, and in each cell how
 * many times as much the row counts as the column (3, 1/3, 0.333). An empty cell is a judgement that is missing.
 * @returns not judged yet; problems and warnings carry line and column
 */
export async function readJudgementTable(file: TableFile): Promise<Outcome<JudgementTable>> {
  const table = await readWholeTable(file);
  if (!table.ok) return table;
  const [first, ...rows] = table.value.grid;
  if (first === undefined || rows.length === 0) {
    const message = first === undefined ? 'The table is empty' : 'There is no row below the names';
    return Outcome.refuse({ file: file.path, line: 1, column: 1, code: 'table-empty', message, fix: FIX });
  }
  const header = first.slice(0, first.findLastIndex(({ text }) => text !== '') + 1);
  const shape = shapeProblems(file.path, header, rows);
  if (shape.length > 0) return Outcome.refuse(...shape);
  const manner = figureMannerOf(rows.flatMap((row) => row.slice(1).map(({ text }) => text)));
  const places = new Map<string, Cell>([['/values', cellAt(header, 0)]]);
  const problems: Problem[] = [];
  const names = header.slice(1).map((cell, at) => {
    places.set(`/names/${at}`, cell);
    return cell.text;
  });
  const values = rows.map((row, nth) =>
    names.map((_, column) => {
      const cell = cellAt(row, column + 1);
      places.set(`/values/${nth}/${column}`, cell);
      if (cell.text === '' || cell.text === '?') return null;
      const figure = figureIn(cell, manner);
      if (typeof figure === 'number') return figure;
      problems.push({ file: file.path, line: cell.line, column: cell.column, ...figure });
      return null;
    }),
  );
  if (problems.length > 0) return Outcome.refuse(...problems);
  const warnings = [...table.value.warnings, ...commaWarning(file.path, manner)];
  return Outcome.of({ file: file.path, judgements: { names, values }, places, warnings });
}
