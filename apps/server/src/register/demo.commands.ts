import { invariant, Outcome } from '@entente/core/kernel';
import type { RegisterRows } from '@entente/core/register';
import type { Database, DatabaseTransaction } from '../platform/database.ts';
import type { StoredAnswer } from './stored-answer.ts';
import { openChangeSet } from './change-sets.store.ts';
import { type Caller, making } from './changing.commands.ts';
import { loadIntoWorkspace, loadRegisterRows } from './load.commands.ts';
import { localActor } from './actors.commands.ts';
import { enterWorkspace, findWorkspaces, insertWorkspace } from './workspaces.store.ts';

export const DEMO = 'demo';

/** The local user as a caller of commands, for what is done without a request. */
export async function localCaller(database: Database, today: string): Promise<Caller> {
  return { database, actor: await localActor(database), today, idempotency: null };
}

/**
 * Makes the workspace `demo` with the case library when there is no workspace at all, that is on the first start.
 * The workspace and all it holds come in one transaction, so a start that is killed leaves neither.
 * @param beside writes what other rooms hold of the cases
 * @returns whether it was made
 */
export async function createDemoWorkspace(
  caller: Caller,
  readRows: () => Promise<RegisterRows>,
  beside: (transaction: DatabaseTransaction) => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  let made = false;
  const outcome = await making(caller, async (transaction) => {
    const { total } = await findWorkspaces(transaction, { after: null, limit: 1, scopes: null });
    const nothing: StoredAnswer = { status: 200, headers: {}, body: null };
    if (total > 0) return Outcome.of({ workspace: '', answer: nothing });
    const rows = await readRows();
    const workspace = await insertWorkspace(transaction, {
      slug: DEMO,
      name: 'Demo: the case library',
      defaultPopulation: 'joint-ventures',
    });
    invariant(workspace, 'the first workspace finds its name free');
    await enterWorkspace(transaction, workspace.id);
    await openChangeSet(transaction, { command: 'import', reason: 'The case library, as it comes with the product' });
    await loadRegisterRows(transaction, rows);
    await beside(transaction);
    made = true;
    return Outcome.of({ workspace: workspace.id, answer: nothing });
  });
  invariant(outcome.ok, `the case library fits the register: ${outcome.ok ? '' : JSON.stringify(outcome.problems)}`);
  return made;
}

/** Restores the case library in `demo`: one change, which can be undone. */
export function resetDemo(caller: Caller, rows: RegisterRows, workspace = DEMO): Promise<Outcome<StoredAnswer>> {
  return loadIntoWorkspace(caller, workspace, rows, {
    reason: 'The case library, as it comes with the product',
    replace: true,
  });
}
