import { Outcome, type Problem } from '../kernel/index.ts';
import type { Grid } from './table-cells.ts';
import { decodeTable } from './table-encoding.ts';
import type { TableFile } from './table-file.ts';
import { delimiterOf, readDelimited } from './table-grid.ts';
import { isArchive, readSheets } from './table-workbook.ts';

/** A table that is held whole: the rows that hold anything, trimmed. */
export type WholeTable = {
  readonly grid: Grid;
  /** Null for a workbook. */
  readonly delimiter: string | null;
  readonly warnings: readonly Problem[];
};

const guessed = (file: string, encoding: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'encoding-guessed',
  message: `The text was read as ${encoding}`,
  fix: 'If names look wrong, save the table as UTF-8.',
});

/** Reads a CSV file, in whatever encoding and with whatever delimiter, or the first sheet of an XLSX workbook. */
export async function readWholeTable({ path, bytes }: TableFile): Promise<Outcome<WholeTable>> {
  if (isArchive(bytes)) {
    const workbook = await readSheets(path, bytes);
    if (!workbook.ok) return workbook;
    const grid = (workbook.value[0]?.grid ?? []).map((row) => row.map((cell) => ({ ...cell, text: cell.text.trim() })));
    return Outcome.of({ grid, delimiter: null, warnings: [] });
  }
  const decoded = decodeTable(path, bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const delimiter = delimiterOf(text);
  const grid = readDelimited(path, text, { delimiter });
  if (!grid.ok) return grid;
  return Outcome.of({ grid: grid.value, delimiter, warnings: encoding === 'utf-8' ? [] : [guessed(path, encoding)] });
}
