import type { Cell, Grid } from './table-cells.ts';

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

/** Parts the rows of a table from titles above it, totals, notes and repeated headings. */
export function leftRows(
  above: Grid,
  body: Grid,
  header: readonly Cell[],
  choices: Choices,
): { rows: Grid; left: readonly Left[] } {
  const counts = body.map((row) => own(row).length).sort((one, other) => one - other);
  const width = counts[Math.floor(counts.length / 2)] ?? own(header).length;
  const lineOf = (row: readonly Cell[]): number => row[0]?.line ?? 0;
  const keep = new Set(choices.keep ?? []);
  const leaveOut = new Set(choices.leaveOut ?? []);
  const last = body.findLastIndex((row) => own(row).length > 1 && !isTotal(row));
  const left: Left[] = above.map((cells) => ({ line: lineOf(cells), reason: 'title', cells }));
  const rows: (readonly Cell[])[] = [];
  body.forEach((cells, index) => {
    const line = lineOf(cells);
    const reason = leaveOut.has(line) ? 'choice' : reasonFor(cells, header, index > last, width);
    if (reason === null || keep.has(line)) rows.push(cells);
    else left.push({ line, reason, cells });
  });
  return { rows, left };
}
