import { PassThrough, type Readable } from 'node:stream';
import { eachTable, ownFieldsTable, type RegisterTable, writeRegisterWorkbook } from '@entente/core/interchange';
import { Outcome } from '@entente/core/kernel';
import type { CustomField, RegisterRows } from '@entente/core/register';
import { type Caller, reading } from '../register/changing.commands.ts';
import { findCustomFields } from '../register/custom-fields.store.ts';
import type { Turns } from '../register/export-turns.ts';
import { readRegisterRows } from '../register/snapshot.commands.ts';
import { takesMore } from '../platform/sink-demand.ts';
import { audienceIn } from '../register/workspaces.store.ts';

type RegisterFile = { readonly version: string; readonly name: string; readonly bytes: Readable };

/**
 * The whole register as its reader may see it, read at one instant: a sheet for each kind of record, for the claims and for
 * the workspace's own fields. The file is written while it is sent; what fails later breaks it off.
 */
export async function exportRegister(
  reads: Pick<Caller, 'database' | 'actor' | 'today'>,
  turns: Turns,
  workspace: string,
): Promise<Outcome<RegisterFile>> {
  const sink = new PassThrough();
  // Whoever sends it hears of an error too; before that nobody listens, and an error unheard ends the process.
  sink.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    const written = turns.take(async () => {
      const read = await reading(reads, workspace, async (transaction, found) => {
        const { slug, seenVersion: version } = found;
        const rows = await readRegisterRows(transaction, audienceIn(found));
        return Outcome.of({ rows, own: await findCustomFields(transaction), slug, version });
      });
      if (!read.ok) return resolve(read);
      const { rows, own, slug, version } = read.value;
      resolve(Outcome.of({ version, name: `entente-${slug}-register-${reads.today}.xlsx`, bytes: sink }));
      await writeRegisterWorkbook(sink, sheetsOf(rows, own), () => takesMore(sink));
    });
    written.catch((error: unknown) => {
      const failure = error instanceof Error ? error : new Error(String(error));
      sink.destroy(failure);
      reject(failure);
    });
  });
}

function* sheetsOf(rows: RegisterRows, own: readonly CustomField[]): Generator<RegisterTable> {
  yield* eachTable(rows);
  yield ownFieldsTable(own);
}
