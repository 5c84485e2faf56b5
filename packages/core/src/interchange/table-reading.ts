import { Outcome, type Problem } from '../kernel/index.ts';
import { isFieldHeading } from './heading-words.ts';
import type { TableFile } from './table-file.ts';
import { decodeTable } from './table-encoding.ts';
import type { Cell, Rows } from './table-cells.ts';
import { delimiterOf, readDelimitedRows } from './table-grid.ts';
import { leftRows, type LeftReason } from './table-left-rows.ts';
import { isArchive, readSheets } from './table-workbook.ts';

/** A column of a table: where it stands, what it is called and what stands in it first. */
export type TableColumn = {
  /** Place in each row, from 0. */
  readonly index: number;
  readonly heading: string;
  readonly cell: Cell;
  readonly samples: readonly string[];
  /** The first different texts of the column, by which it is told what it holds. */
  readonly texts: readonly string[];
};

/** A row that is proposed for leaving out, and why. Nothing is left out in silence. */
export type LeftRow = { readonly line: number; readonly reason: LeftReason; readonly cells: readonly Cell[] };

/** A table as it was read, before anybody says what its columns mean. */
export type ReadTable = {
  readonly file: string;
  readonly encoding: string;
  readonly confidence: number;
  /** Null for a workbook. */
  readonly delimiter: string | null;
  /** Names of a workbook's sheets, and the one that was read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** The row, or last of the rows, that names the columns. */
  readonly headerLine: number;
  readonly columns: readonly TableColumn[];
  readonly rows: Rows;
  readonly left: readonly LeftRow[];
  readonly warnings: readonly Problem[];
};

/** What a person says about a table in place of what was told from it. */
export type ReadingChoices = {
  readonly encoding?: string | null;
  readonly delimiter?: string | null;
  readonly sheet?: string | null;
  readonly headerLine?: number | null;
  /** Lines of proposed rows that are read all the same, and of others that are left out. */
  readonly keep?: readonly number[];
  readonly leaveOut?: readonly number[];
};

type Raw = Pick<ReadTable, 'encoding' | 'confidence' | 'delimiter' | 'sheets' | 'sheet'> & { readonly grid: Rows };

const FIRST = { line: 1, column: 1 } as const;

async function rawWorkbook(file: TableFile, choices: ReadingChoices): Promise<Outcome<Raw>> {
  const read = await readSheets(file.path, file.bytes);
  if (!read.ok) return read;
  const sheets = read.value.map((sheet) => sheet.name);
  const wanted = choices.sheet ?? read.value.find((sheet) => sheet.grid.length > 1)?.name ?? sheets[0];
  const found = read.value.find((sheet) => sheet.name === wanted);
  if (!found) {
    const message = `The workbook has no sheet "${wanted ?? ''}"`;
    const fix = `Choose one of: ${sheets.join(', ')}.`;
    return Outcome.refuse({ file: file.path, ...FIRST, code: 'sheet-unknown', message, fix });
  }
  const grid = found.grid.map((row) => row.map((cell) => ({ ...cell, text: cell.text.trim() })));
  return Outcome.of({ encoding: 'xlsx', confidence: 1, delimiter: null, sheets, sheet: found.name, grid });
}

function rawText(file: TableFile, choices: ReadingChoices): Outcome<Raw> {
  const text = decodeTable(file.path, file.bytes, choices.encoding ?? null);
  if (!text.ok) return text;
  const { encoding, confidence } = text.value;
  const [first = ''] = text.value.text.split(/\r?\n/, 1);
  const isExported = isExportHeader(first.replace(/^\ufeff/, '').split(','));
  const delimiter = choices.delimiter ?? (isExported ? ',' : delimiterOf(text.value.text));
  const grid = readDelimitedRows(file.path, text.value.text, { delimiter });
  if (!grid.ok) return grid;
  return Outcome.of({ encoding, confidence, delimiter, sheets: [], sheet: null, grid: grid.value });
}

const filled = (row: readonly Cell[]): readonly Cell[] => row.filter((cell) => cell.text !== '');
const isWords = (text: string): boolean => /\p{L}/u.test(text) && !/^[\d\s./,:%-]*$/.test(text) && text.length <= 80;

const HEADER_WITHIN = 15;

/** How much a row looks like the one that names the columns: known headings first, then many different words. */
function headingScore(row: readonly Cell[], width: number): number {
  const own = filled(row).filter((cell) => cell.covered !== true);
  const words = own.filter((cell) => isWords(cell.text));
  const different = new Set(words.map((cell) => cell.text)).size;
  const known = words.filter((cell) => isFieldHeading(cell.text)).length;
  const others = own.length - words.length;
  return (3 * known + different - 2 * others) / width + (own.length === 1 && width > 1 ? -1 : 0);
}

const FIELD_NAME = /^[a-z][A-Za-z]*(?:\.[a-z][a-z0-9-]*)?$/;

/** Whether texts head a table that was exported to be read in again: `id`, then names of fields. */
const isExportHeader = (texts: readonly string[]): boolean =>
  texts.length > 2 && texts[0] === 'id' && texts.every((text) => FIELD_NAME.test(text));

function lineIndex(grid: Rows, line: number): number {
  let index = 0;
  for (const row of grid) {
    if (row.some((cell) => cell.line === line)) return index;
    index += 1;
  }
  return 0;
}

function headerIndex(grid: Rows, line: number | null): number {
  if (line !== null) return lineIndex(grid, line);
  if (isExportHeader((grid.at(0) ?? []).map(({ text }) => text))) return 0;
  let width = 1;
  for (const row of grid) width = Math.max(width, filled(row).length);
  const first = Array.from({ length: Math.min(HEADER_WITHIN, grid.length) }, (_, index) => grid.at(index) ?? []);
  const scores = first.map((row, index) => headingScore(row, width) - index / 100);
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Whether a row above another names groups of its columns: words that stretch to the right, and not a title alone. */
function isGroupRow(above: readonly Cell[] | undefined, below: readonly Cell[]): boolean {
  if (above === undefined) return false;
  const own = filled(above).filter((cell) => cell.covered !== true);
  if (own.length === 0 || own.some(({ text }) => !isWords(text) || (/[:：\d]/.test(text) && !isFieldHeading(text))))
    return false;
  if (own.length === 1 && own[0] === above[0]) return false;
  return below.some((cell, index) => cell.text !== '' && cell.covered !== true && isGap(above[index]));
}

const isGap = (cell: Cell | undefined): boolean => cell === undefined || cell.text === '' || cell.covered === true;

/** Each column's heading: the group above, stretched to the right where its row has gaps, before the column's own. */
function headings(header: readonly Cell[], group: readonly Cell[] | null, width: number): Cell[] {
  let over = '';
  return Array.from({ length: width }, (_, index) => {
    const own = header[index] ?? { text: '', line: header[0]?.line ?? 1, column: index + 1 };
    const above = group?.[index]?.text ?? '';
    if (above !== '') over = above;
    const stretched = own.text === '' ? '' : over;
    const isWhole = own.text !== '' && isFieldHeading(own.text) && !isRepeated(header, own.text);
    const lead = isWhole ? '' : above === '' ? stretched : above;
    const parts = lead === own.text || lead === '' || group === null ? [own.text] : [lead, own.text];
    return { ...own, text: parts.filter((part) => part !== '').join(' ') };
  });
}

const isRepeated = (header: readonly Cell[], text: string): boolean =>
  header.filter((cell) => cell.text === text).length > 1;

const SAMPLES = 5;
/** So many different texts of a column tell what it holds. */
const LOOKED_AT = 200;

function columnsOf(cells: readonly Cell[], rows: Rows): TableColumn[] {
  const found = cells.map(() => new Set<string>());
  let open = found.map((texts, index) => ({ texts, index }));
  for (const row of rows) {
    if (open.length === 0) break;
    let isAnyFull = false;
    for (const { texts, index } of open) {
      const text = row[index]?.text ?? '';
      if (text !== '') texts.add(text);
      if (texts.size >= LOOKED_AT) isAnyFull = true;
    }
    if (isAnyFull) open = open.filter(({ texts }) => texts.size < LOOKED_AT);
  }
  return cells.flatMap((cell, index) => {
    const texts = [...(found[index] ?? [])];
    const samples = texts.slice(0, SAMPLES);
    return cell.text === '' && texts.length === 0 ? [] : [{ index, heading: cell.text, cell, samples, texts }];
  });
}

function warningsOf(
  file: string,
  { encoding, confidence }: Raw,
  columns: readonly TableColumn[],
  left: readonly LeftRow[],
): Problem[] {
  const warnings: Problem[] = [];
  if (confidence < 1) {
    const message = `The text was read as ${encoding} (sure to ${Math.round(confidence * 100)} %)`;
    const fix = 'If names look wrong, save the table as UTF-8.';
    warnings.push({ file, ...FIRST, code: 'encoding-guessed', message, fix });
  }
  for (const { cell } of columns.filter((column) => column.heading === '')) {
    const message = `Column ${cell.column} has values and no heading`;
    const fix = 'Say what it holds, or leave it out.';
    warnings.push({ file, line: cell.line, column: cell.column, code: 'heading-missing', message, fix });
  }
  for (const { line, reason, cells } of left) {
    const shown = filled(cells)[0]?.text.slice(0, 60) ?? '';
    const message = `The row "${shown}" is left out as a ${reason}`;
    const fix = 'Keep it if it states an alliance or another record.';
    warnings.push({ file, line, column: 1, code: 'row-left-out', message, fix });
  }
  return warnings;
}

const tableEmpty = (file: string, message: string): Problem => ({
  file,
  ...FIRST,
  code: 'table-empty',
  message,
  fix: 'Give it a row that names the columns, and a row for each record.',
});

/**
 * Reads a CSV or XLSX file as a table: its encoding and delimiter, the row that names the columns, the rows below, and
 * those that are titles, totals or notes.
 * @param choices what a person says instead of what is told from the file
 */
export async function readTable(file: TableFile, choices: ReadingChoices = {}): Promise<Outcome<ReadTable>> {
  const read = isArchive(file.bytes) ? await rawWorkbook(file, choices) : rawText(file, choices);
  return read.ok ? tableOf(file.path, read.value, choices) : read;
}

function tableOf(file: string, raw: Raw, choices: ReadingChoices): Outcome<ReadTable> {
  const { grid, ...origin } = raw;
  if (grid.length === 0) return Outcome.refuse(tableEmpty(file, 'The file holds nothing'));
  let at = headerIndex(grid, choices.headerLine ?? null);
  if (choices.headerLine === undefined && isSubHeader(grid, at)) at += 1;
  const header = grid.at(at) ?? [];
  const over = at === 0 ? undefined : grid.at(at - 1);
  const group = isGroupRow(over, header) ? (over ?? null) : null;
  const above = group ? at - 1 : at;
  let width = 0;
  for (let place = above; place < grid.length; place += 1) width = Math.max(width, grid.at(place)?.length ?? 0);
  const cells = headings(header, group, width);
  const { rows, left } = leftRows(grid, { above, from: at + 1 }, header, choices);
  if (rows.length === 0) return Outcome.refuse(tableEmpty(file, 'The table holds no rows below its headings'));
  const columns = columnsOf(cells, rows);
  const headerLine = header[0]?.line ?? 1;
  const warnings = warningsOf(file, raw, columns, left);
  return Outcome.of({ file, ...origin, headerLine, columns, rows, left, warnings });
}

/** Whether the row below the best one names the parts of its columns: words alone, where the best row stretches. */
function isSubHeader(grid: Rows, at: number): boolean {
  const [best, below] = [grid.at(at) ?? [], grid.at(at + 1)];
  if (below === undefined || grid.length < at + 3) return false;
  const own = filled(below).filter((cell) => cell.covered !== true);
  const known = own.filter((cell) => isFieldHeading(cell.text)).length;
  return (
    isGroupRow(best, below) && own.length > 0 && known * 2 >= own.length && own.every((cell) => isWords(cell.text))
  );
}
