import { Decimal } from 'decimal.js';
import { Outcome, type Problem } from '../kernel/index.ts';
import type { Cell, Grid } from './table-cells.ts';

/** One sheet of a workbook: its name and the rows that hold anything. */
export type Sheet = { readonly name: string; readonly grid: Grid };

const FIRST = { line: 1, column: 1 } as const;

/** What the parts of a ZIP archive take when unpacked, as its directory says; null when it has none. */
function unpackedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  let sum = 0;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

/** A number as the sheet shows it: per cent as "25%", others in full figures. */
function numberText(value: number, format: string): string {
  const isPercent = /%/.test(format.replace(/"[^"]*"/g, ''));
  const number = new Decimal(value);
  return isPercent ? `${number.times(100).toDecimalPlaces(10).toFixed()}%` : number.toFixed();
}

/** A date as far as the sheet shows it: "mmm-yy" shows no day, so the stored first of the month is not taken for one. */
function dateText(value: Date, format: string): string {
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]/g, '').toLowerCase();
  const iso = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (shown === '' || shown.includes('d') || !shown.includes('y')) return iso.slice(0, 10);
  return shown.includes('m') ? iso.slice(0, 7) : iso.slice(0, 4);
}

/** A cell's value as text; a cell without a style has no format. */
function cellText(value: unknown, style: string | undefined): string {
  const format = style ?? '';
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value, format);
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  const rich = value as { text?: unknown; result?: unknown; richText?: readonly { text: string }[]; error?: unknown };
  if (rich.richText) return rich.richText.map((part) => part.text).join('');
  return cellText(rich.result ?? rich.text ?? '', format);
}

const refused = (
  file: string,
  message: string,
  fix: string,
): { readonly ok: false; readonly problems: readonly Problem[] } =>
  Outcome.refuse({ file, ...FIRST, code: 'table-malformed', message, fix });

/**
 * Reads the sheets of an XLSX workbook into placed cells. A cell that a merge covers has the text of the merged one.
 * @param mostBytes what the workbook may take when unpacked
 */
export async function readSheets(
  file: string,
  bytes: Uint8Array,
  mostBytes = 500_000_000,
): Promise<Outcome<readonly Sheet[]>> {
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null) return refused(file, 'The file is no XLSX workbook', 'Save it again as XLSX or as CSV.');
  if (unpacked > mostBytes) {
    return refused(
      file,
      `The workbook unpacks to ${Math.ceil(unpacked / 1e6)} MB`,
      'Save the sheet as CSV, or in parts.',
    );
  }
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as never);
  } catch {
    return refused(file, 'The file is no XLSX workbook', 'Save it again as XLSX or as CSV.');
  }
  const sheets = workbook.worksheets.map((sheet): Sheet => {
    const grid: Cell[][] = [];
    sheet.eachRow({ includeEmpty: false }, (row, line) => {
      const cells: Cell[] = [];
      for (let column = 1; column <= row.cellCount; column += 1) {
        const cell = row.getCell(column);
        const isCovered = cell.isMerged && cell.master.address !== cell.address;
        const text = cellText(cell.value, cell.numFmt);
        cells.push({ text, line, column, ...(isCovered ? { covered: true } : {}) });
      }
      if (cells.some((cell) => cell.text !== '')) grid.push(cells);
    });
    return { name: sheet.name, grid };
  });
  return Outcome.of(sheets);
}

/** Whether the bytes begin as a ZIP archive does, which an XLSX workbook is. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
