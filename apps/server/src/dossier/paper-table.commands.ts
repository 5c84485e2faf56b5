import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CSV_BEGIN, csvText, openWorkbook } from '@entente/core/interchange';
import { Outcome } from '@entente/core/kernel';
import { type Caller, reading } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { findRecord } from '../register/records.store.ts';
import { tableOf } from './paper-kinds.ts';
import type { AlliancePlace } from './papers.commands.ts';
import { findVersions } from './papers.store.ts';

/** A paper as a file. */
export type PaperFile = { readonly name: string; readonly bytes: Buffer };

async function workbook(rows: NonNullable<ReturnType<typeof tableOf>>, sheet: string): Promise<Buffer> {
  const sink = new PassThrough();
  const bytes = buffer(sink);
  const [first = [], ...rest] = rows;
  const book = await openWorkbook(sink, {
    sheet,
    heads: first.map((cell) => (typeof cell === 'string' ? cell : (cell?.number ?? ''))),
  });
  for (const row of rest) book.add(row);
  await book.end();
  return bytes;
}

/** A paper with what is computed from it, as CSV or as a workbook. */
export const paperTable = (
  reads: Pick<Caller, 'database' | 'actor' | 'today'>,
  { workspace, alliance, paper }: AlliancePlace & { readonly paper: string },
  format: 'csv' | 'xlsx',
): Promise<Outcome<PaperFile>> =>
  reading(reads, workspace, async (transaction) => {
    const found = await findRecord(transaction, 'alliance', alliance);
    const [latest] = found === null ? [] : await findVersions(transaction, { alliance: found.id, paper });
    const rows = tableOf(latest?.content ?? null);
    if (latest === undefined || rows === null) return Outcome.refuse(recordMissing);
    const name = `${latest.kind}.${format}`;
    return Outcome.of({
      name,
      bytes: format === 'csv' ? Buffer.from(CSV_BEGIN + csvText(rows)) : await workbook(rows, latest.kind),
    });
  });
