import type { Outcome } from '../kernel/index.ts';
import { type Problem } from '../kernel/index.ts';
import { type ColumnNames, type MemberRow, MemberRowReader } from './alliance-rows.ts';
import { DelimitedParts } from './delimited-text.ts';
import type { Grid } from './table-cells.ts';
import { decodeTable, sampleOf, undecodable } from './table-encoding.ts';
import { delimiterOf } from './table-grid.ts';
import { isArchive, readSheets } from './table-workbook.ts';

/** A table whose bytes can be read from the first as often as needed. */
export type TableSource = {
  readonly path: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** What the table calls its columns; absent where it uses our names. */
  readonly names?: ColumnNames | null;
};

export type MembersRead = {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
};

/** Problems that are told one by one; a table of another kind has one in every row. */
const TOLD = 1_000;
const SAMPLE_BYTES = 200_000;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function firstBytes({ bytes }: TableSource, atLeast: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes()) {
    parts.push(part);
    length += part.length;
    if (length >= atLeast) break;
  }
  return joined(parts);
}

const guessWarning = (file: string, encoding: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'encoding-guessed',
  message: `The text was read as ${encoding}`,
  fix: 'If names look wrong, save the table as UTF-8.',
});

/** The bytes around which a reading in an encoding failed, so that another is judged by what is foreign to it. */
class Undecodable extends Error {
  readonly around: Uint8Array;

  constructor(around: Uint8Array) {
    super('These bytes are no text in the encoding');
    this.around = around;
  }
}

async function* decodedParts(source: TableSource, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of source.bytes()) {
    try {
      yield decoder.decode(bytes, { stream: true });
    } catch {
      throw new Undecodable(bytes);
    }
  }
  try {
    yield decoder.decode();
  } catch {
    throw new Undecodable(new Uint8Array());
  }
}

type Reading = { readonly encoding: string; readonly delimiter: string };

async function readText(source: TableSource, how: Reading, take: (row: MemberRow) => void): Promise<Problem[]> {
  const parts = new DelimitedParts(source.path, { delimiter: how.delimiter, exact: false });
  const reader = new MemberRowReader(source.path, source.names);
  const takeRows = (rows: Outcome<Grid>): boolean => {
    if (!rows.ok) reader.problems.push(...rows.problems);
    else {
      for (const cells of rows.value) {
        const row = reader.row(cells);
        if (row !== null && reader.problems.length === 0) take(row);
      }
    }
    return rows.ok && reader.problems.length < TOLD;
  };
  let isNarrow = false;
  for await (const text of decodedParts(source, how.encoding)) {
    if (!takeRows(parts.rows(text, false))) return reader.problems;
    const reads = isNarrow ? null : reader.reads;
    if (reads === null) continue;
    parts.want(reads.columns, reads.width);
    isNarrow = true;
  }
  takeRows(parts.rows('', true));
  reader.end();
  return reader.problems;
}

async function readWorkbook(source: TableSource, take: (row: MemberRow) => void): Promise<readonly Problem[]> {
  const workbook = await readSheets(source.path, await firstBytes(source, Number.POSITIVE_INFINITY));
  if (!workbook.ok) return workbook.problems;
  const reader = new MemberRowReader(source.path, source.names);
  for (const cells of workbook.value[0]?.grid ?? []) {
    const row = reader.row(cells.map((cell) => ({ ...cell, text: cell.text.trim() })));
    if (row !== null) take(row);
  }
  reader.end();
  return reader.problems;
}

/**
 * Reads a table of alliances of any length row by row, one row a member; text is never held whole. With a problem, the
 * rows taken so far are to be thrown away.
 * @param begin called before the first row, and again when the text turned out to be in another encoding
 */
export async function readMembers(source: TableSource, begin: () => (row: MemberRow) => void): Promise<MembersRead> {
  const sample = await firstBytes(source, SAMPLE_BYTES);
  if (isArchive(sample)) return { problems: await readWorkbook(source, begin()), warnings: [] };
  const told = decodeTable(source.path, sampleOf(sample));
  if (!told.ok) return { problems: told.problems, warnings: [] };
  const { encoding, text } = told.value;
  const delimiter = delimiterOf(text);
  try {
    const problems = await readText(source, { encoding, delimiter }, begin());
    return { problems, warnings: encoding === 'utf-8' ? [] : [guessWarning(source.path, encoding)] };
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    const again = decodeTable(source.path, error.around);
    if (!again.ok || again.value.encoding === encoding) return { problems: [undecodable(source.path)], warnings: [] };
    return readGuessed(source, { encoding: again.value.encoding, delimiter }, begin());
  }
}

async function readGuessed(source: TableSource, how: Reading, take: (row: MemberRow) => void): Promise<MembersRead> {
  try {
    return { problems: await readText(source, how, take), warnings: [guessWarning(source.path, how.encoding)] };
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    return { problems: [undecodable(source.path)], warnings: [] };
  }
}
