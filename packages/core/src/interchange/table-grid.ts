import { Outcome, type Problem } from '../kernel/index.ts';
import { delimitedRows, nulProblem } from './delimited-text.ts';
import type { Grid, Rows } from './table-cells.ts';
import { textRows } from './text-rows.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 30;

/** The delimiter that stands in most of the first lines, and in each as often; a comma when none does. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
    const alike = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    return usual === 0 ? Math.max(0, ...counts) / 1000 : usual * alike;
  };
  return DELIMITERS.toSorted((one, other) => score(other) - score(one))[0] ?? ',';
}

/** How delimited text is read: with this delimiter (else told by the text), and cells as they are instead of trimmed. */
export type DelimitedManner = { readonly delimiter?: string | null; readonly exact?: boolean };

function nulIn(file: string, text: string): Problem | null {
  const nul = text.indexOf('\0');
  if (nul < 0) return null;
  const before = text.slice(0, nul).split('\n');
  return nulProblem(file, { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
}

const mannerOf = (text: string, { delimiter, exact }: DelimitedManner): { delimiter: string; exact: boolean } => ({
  delimiter: delimiter ?? delimiterOf(text),
  exact: exact ?? false,
});

/** Reads delimited text (RFC 4180; comma, semicolon, tab or bar) into placed cells. */
export function readDelimited(file: string, text: string, manner: DelimitedManner = {}): Outcome<Grid> {
  const nul = nulIn(file, text);
  return nul === null ? delimitedRows(file, text, mannerOf(text, manner)) : Outcome.refuse(nul);
}

/** The same, for a text of any length: its rows are cut when they are asked for. */
export function readDelimitedRows(file: string, text: string, manner: DelimitedManner = {}): Outcome<Rows> {
  const nul = nulIn(file, text);
  return nul === null ? textRows(file, text, mannerOf(text, manner)) : Outcome.refuse(nul);
}
