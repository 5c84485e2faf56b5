import { type Cell, PickedRows, type Rows } from './table-cells.ts';

/** Why a row is proposed for leaving out. */
export type LeftReason = 'title' | 'total' | 'note' | 'section' | 'repeated heading' | 'choice';

type Left = { readonly line: number; readonly reason: LeftReason; readonly cells: readonly Cell[] };

const TOTAL =
  /^(?:(?:grand |sub-?)?totals?|sum|average|mean|count|合\s*計|小\s*計|総\s*計|總\s*計|累\s*計|平\s*均|計|共計)\s*[:：]?(?:\s*[（(].*[）)])?$/i;
const NOTE = /^(?:\*|※|†|‡|注|註|備考|備註|note|source|出典|出所|資料來源|資料来源|\(?\d\)\s|※)/i;
const LONG = 60;

const own = (row: readonly Cell[]): readonly Cell[] => row.filter((cell) => cell.text !== '' && cell.covered !== true);
const isFigures = (text: string): boolean => /^[\d\s.,%％()+-]+$/.test(text.normalize('NFKC'));

function isTotal(row: readonly Cell[]): boolean {
  const cells = own(row);
  const labels = cells.filter((cell) => !isFigures(cell.text));
  return labels.length >= 1 && labels.length <= 2 && TOTAL.test((labels[0]?.text ?? '').normalize('NFKC').trim());
}

/** The reason to leave a row out by what it holds; null for a row of the table. `width` is how many cells rows mostly fill. */
function reasonFor(
  row: readonly Cell[],
  header: readonly Cell[],
  isAfterLast: boolean,
  width: number,
): LeftReason | null {
  const cells = own(row);
  const [first] = cells;
  if (isTotal(row)) return 'total';
  if (cells.length > 1 && cells.every((cell, index) => cell.text === own(header)[index]?.text))
    return 'repeated heading';
  if (cells.length !== 1 || first === undefined || width < 3) return null;
  if (NOTE.test(first.text.normalize('NFKC')) || first.text.length > LONG || isAfterLast) return 'note';
  return 'section';
}

type Choices = { readonly keep?: readonly number[]; readonly leaveOut?: readonly number[] };

/** How many cells most rows from a place on fill, and the last row there that is one of the table. */
function bodyOf(grid: Rows, from: number): { readonly width: number | undefined; readonly last: number } {
  const counts = new Uint32Array(Math.max(0, grid.length - from));
  let last = -1;
  for (let place = from; place < grid.length; place += 1) {
    const row = grid.at(place) ?? [];
    const count = own(row).length;
    counts[place - from] = count;
    if (count > 1 && !isTotal(row)) last = place;
  }
  counts.sort();
  return { width: counts[Math.floor(counts.length / 2)], last };
}

/**
 * Parts the rows of a table from titles above it, totals, notes and repeated headings.
 * @param above how many rows stand above the headings
 * @param from the first row below them
 */
export function leftRows(
  grid: Rows,
  { above, from }: { readonly above: number; readonly from: number },
  header: readonly Cell[],
  choices: Choices,
): { rows: Rows; left: readonly Left[] } {
  const { width = own(header).length, last } = bodyOf(grid, from);
  const lineOf = (row: readonly Cell[]): number => row[0]?.line ?? 0;
  const keep = new Set(choices.keep ?? []);
  const leaveOut = new Set(choices.leaveOut ?? []);
  const left: Left[] = [];
  for (let place = 0; place < above; place += 1) {
    const cells = grid.at(place) ?? [];
    left.push({ line: lineOf(cells), reason: 'title', cells });
  }
  const places: number[] = [];
  for (let place = from; place < grid.length; place += 1) {
    const cells = grid.at(place) ?? [];
    const line = lineOf(cells);
    const reason = leaveOut.has(line) ? 'choice' : reasonFor(cells, header, place > last, width);
    if (reason === null || keep.has(line)) places.push(place);
    else left.push({ line, reason, cells });
  }
  return { rows: new PickedRows(grid, Uint32Array.from(places)), left };
}
