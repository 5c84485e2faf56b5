/*
 * Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows; a cell that holds
 * a tab, a line end or a quotation mark at its beginning stands in quotation marks, with those inside doubled.
 */

const needsQuotes = (cell: string): boolean => /[\t\n\r]|^"/.test(cell);

/** Rows of texts as one text that a spreadsheet takes apart again. */
export function blockText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');
}

const CELL = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;

/**
 * The cells of a copied block. Rows may have different lengths; a line end at the very end opens no row.
 * @example blockCells('a\tb\r\n"c ""d"""\t\n') // => [['a', 'b'], ['c "d"', '']]
 */
export function blockCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    CELL.lastIndex = at;
    const found = CELL.exec(text);
    if (found === null) break;
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    at = CELL.lastIndex;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at === text.length) break;
  }
  return rows.length === 1 && rows[0]?.length === 1 && rows[0][0] === '' ? [] : rows;
}
