const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

/** One cell as RFC 4180 has it; what a spreadsheet would run as a formula is kept as text by a leading apostrophe. */
function cell(value: string): string {
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV with a byte-order mark, so that spreadsheets read Japanese and Chinese names right. */
export function csvText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
