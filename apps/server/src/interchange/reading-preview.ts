import type { ImportRowsAnswer } from '@entente/contract/register';
import { groupedBy } from '@entente/core/kernel';
import type { PreviewQuery } from './reading-messages.ts';
import type { TableReading } from './reading.ts';
import { presentedProblem } from './reading.presenter.ts';
import { CellColumns } from './reading-questions.ts';

/** Of a cell; the rest of a longer text is read, but not shown. */
const LONGEST = 4000;

/** A page of the rows as they were written, those that are left out among them, with what is wrong in each. */
export function previewOf(reading: TableReading, { offset, limit, only }: PreviewQuery): ImportRowsAnswer {
  const { table, imported, corrections } = reading;
  const faults = groupedBy(imported.problems, ({ line }) => line ?? 0);
  const left = new Map(table.left.map((row) => [row.line, row.reason]));
  const lineOf = (cells: readonly { readonly line: number }[]): number => cells[0]?.line ?? 0;
  const all = [...table.rows, ...table.left.map(({ cells }) => cells)];
  if (left.size > 0) all.sort((one, other) => lineOf(one) - lineOf(other));
  const admitted = only === 'problems' ? all.filter((cells) => faults.has(lineOf(cells))) : all;
  const page = admitted.slice(offset, offset + limit);
  const shown = page.flatMap((cells) => faults.get(lineOf(cells)) ?? []);
  const columns = new CellColumns(table, shown);
  const readings = reading.readingsOf(page.filter((cells) => !left.has(lineOf(cells))));
  return {
    total: admitted.length,
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
