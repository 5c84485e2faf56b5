/*
 * How values stand in the cells of exported tables, so that they come back as they were: an empty cell is "not known"; a
 * text that is empty, or begins with a backslash, has a backslash before it.
 */

export const writtenText = (text: string | null): string =>
  text === null ? '' : text === '' || text.startsWith('\\') ? `\\${text}` : text;

export const readText = (cell: string): string | null =>
  cell === '' ? null : cell.startsWith('\\') ? cell.slice(1) : cell;

const isPlainItem = (item: string): boolean => item !== '' && item.trim() === item && !/[;[\n\r\\]/.test(item);

/** Several texts of one cell: "A; B", or a JSON list where an item itself holds such signs. */
export const writtenList = (items: readonly string[]): string =>
  items.every(isPlainItem) ? items.join('; ') : JSON.stringify(items);

/** The texts again; null when the cell is no list. */
export function readList(cell: string): readonly string[] | null {
  if (cell === '') return [];
  if (!cell.startsWith('[')) return cell.split('; ');
  const list = readJson(cell);
  return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null;
}

/** Named details as a JSON object. */
export const writtenDetails = (details: Readonly<Record<string, string>>): string =>
  Object.keys(details).length === 0 ? '' : JSON.stringify(details);

export function readDetails(cell: string): Readonly<Record<string, string>> | null {
  if (cell === '') return {};
  const details = readJson(cell);
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return null;
  const entries = Object.entries(details) as [string, unknown][];
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Signs with which a spreadsheet begins a formula, those of full width too, which Japanese and Chinese editions take alike;
 * an apostrophe before them keeps the cell a text.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that a spreadsheet takes for text; apostrophes before it count, so that one can be taken off again. */
export const guardedCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
export const unguardedCell = (cell: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

const quoted = (cell: string): string => (/[",;|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Cells as a line of CSV (RFC 4180), guarded against being read as formulas. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(guardedCell(cell))).join(',')}\r\n`;
