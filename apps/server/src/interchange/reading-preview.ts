import type { ImportRowsAnswer } from '@entente/contract/register';
import type { Cell, ReadTable } from '@entente/core/interchange';
import { groupedBy } from '@entente/core/kernel';
import type { PreviewQuery } from './reading-messages.ts';
import type { TableReading } from './reading.ts';
import { presentedProblem } from './reading.presenter.ts';
import { CellColumns } from './reading-questions.ts';

/** Of a cell; the rest of a longer text is read, but not shown. */
const LONGEST = 4000;

const lineOf = (cells: readonly Cell[]): number => cells[0]?.line ?? 0;

/** The rows and those that are left out, as they stand one below the other. */
function* inOrder({ rows, left }: ReadTable): Generator<readonly Cell[]> {
  const out = left.map(({ cells }) => cells).sort((one, other) => lineOf(one) - lineOf(other));
  let next = 0;
  for (const row of rows) {
    for (; next < out.length && lineOf(out[next] ?? []) < lineOf(row); next += 1) yield out[next] ?? [];
    yield row;
  }
  yield* out.slice(next);
}

/** A page of the rows as they were written, those that are left out among them, with what is wrong in each. */
export function previewOf(reading: TableReading, { offset, limit, only }: PreviewQuery): ImportRowsAnswer {
  const { table, imported, corrections } = reading;
  const faults = groupedBy(imported.problems, ({ line }) => line ?? 0);
  const left = new Map(table.left.map((row) => [row.line, row.reason]));
  const isAdmitted = (cells: readonly Cell[]): boolean => only !== 'problems' || faults.has(lineOf(cells));
  const page: (readonly Cell[])[] = [];
  let total = 0;
  for (const cells of inOrder(table)) {
    if (!isAdmitted(cells)) continue;
    if (total >= offset && total < offset + limit) page.push(cells);
    total += 1;
  }
  const shown = page.flatMap((cells) => faults.get(lineOf(cells)) ?? []);
  const columns = new CellColumns(table, shown);
  const readings = reading.readingsOf(page.filter((cells) => !left.has(lineOf(cells))));
  return {
    total,
    items: page.map((cells) => {
      const line = lineOf(cells);
      return {
        line,
        leftOut: left.get(line) ?? null,
        cells: table.columns.map(({ index }) => {
          const cell = cells[index];
          const mend = cell === undefined ? undefined : corrections.get(`${cell.line}:${cell.column}`);
          // A title that was merged over many columns stands in one of them.
          const written = cell?.covered === true && left.has(line) ? '' : (cell?.text ?? '');
          return {
            column: index,
            text: (mend ?? written).slice(0, LONGEST),
            mended: mend !== undefined,
            read:
              cell === undefined
                ? []
                : readings(cell).map(({ target, value }) => ({ field: target, value: value.slice(0, LONGEST) })),
          };
        }),
        problems: (faults.get(line) ?? []).map((problem) => presentedProblem(problem, columns)),
      };
    }),
  };
}
