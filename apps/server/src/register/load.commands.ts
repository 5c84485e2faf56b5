import { Outcome } from '@entente/core/kernel';
import type { RegisterRows } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { StoredAnswer } from './stored-answer.ts';
import { type Caller, type Change, changing } from './changing.commands.ts';
import { insertEventSubjects, insertRows, removeAllRows } from './load.store.ts';
import { RowsToLoad } from './load-rows.ts';
import { LISTS } from './stored-rows.ts';

/** Rows that are made ready and written at a time, so that a large register is not held twice. */
const ROWS_AT_A_TIME = 20_000;

/** Writes a whole register into the transaction's workspace, in the order of its lists. */
export async function loadRegisterRows(transaction: DatabaseTransaction, rows: RegisterRows): Promise<void> {
  const loading = new RowsToLoad(rows);
  for (const [kind, list] of LISTS) {
    if (kind === 'claim') await insertEventSubjects(transaction, loading.eventSubjects());
    // Rows that refer to rows of their own table are written by one statement.
    const step = kind === 'source' || kind === 'alliance' ? Math.max(rows[list].length, 1) : ROWS_AT_A_TIME;
    for (let from = 0; from < rows[list].length; from += step) {
      await insertRows(transaction, kind, loading.stored(kind, from, from + step));
    }
  }
}

/**
 * Puts rows into a workspace as one change that can be undone; `replace` removes what is there before.
 * @param beside writes what other rooms hold of the same, in the same transaction
 */
export function loadIntoWorkspace(
  caller: Caller,
  workspace: string,
  rows: RegisterRows,
  { reason, replace }: { readonly reason: string; readonly replace: boolean },
  beside: (change: Change) => Promise<void> = () => Promise.resolve(),
): Promise<Outcome<StoredAnswer>> {
  return changing(caller, workspace, { command: replace ? 'reset' : 'import', reason }, async (change) => {
    const { transaction } = change;
    if (replace) await removeAllRows(transaction);
    await loadRegisterRows(transaction, rows);
    await beside(change);
    return Outcome.of({ status: 200, headers: {}, body: null });
  });
}
