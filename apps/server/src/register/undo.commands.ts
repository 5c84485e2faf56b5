import { invariant, Outcome } from '@entente/core/kernel';
import { type Caller, changing, reading } from './changing.commands.ts';
import { knownChangeSet, presentedChanges } from './changes.commands.ts';
import { findChangeSet, judgeRules, postponeRules } from './changes.store.ts';
import { planAnew } from './load.store.ts';
import type { ExtendedProblem } from './extended-problem.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { recordMissing } from './record-writes.commands.ts';
import type { StoredAnswer } from './stored-answer.ts';
import {
  findLaterChanges,
  type LaterChange,
  type LoggedTable,
  removeAdded,
  restoreAltered,
  restoreRemoved,
} from './undo.store.ts';

/** Every table whose rows are logged, in an order in which each row finds what it refers to. */
const LOGGED: readonly LoggedTable[] = Object.values(RECORD_TABLES).flatMap(({ table, columns }) => {
  const names = columns.flatMap(({ column, as }) => (as === 'subject' ? [`${column}_kind`, `${column}_id`] : [column]));
  const subjects = { table: 'event_subject', columns: ['event_id', 'subject_kind', 'subject_id'] };
  return table === 'claim' ? [subjects, { table, columns: names }] : [{ table, columns: names }];
});

function blocked(later: readonly LaterChange[]): ExtendedProblem {
  return {
    code: 'undo-blocked',
    message: `${later.length} later ${later.length === 1 ? 'change stands' : 'changes stand'} on what this one did`,
    fix: 'Undo those first, the latest one first; they are listed under `later`.',
    extensions: { later: later.map(({ id, at, command, reason }) => ({ id, at: at.toISOString(), command, reason })) },
  };
}

/** Takes a change back by a new change that restores what was before it: whole or not at all. */
export async function undoChange(
  caller: Caller,
  workspace: string,
  id: string,
  reason: string | null,
): Promise<Outcome<StoredAnswer>> {
  const known = await reading(caller, workspace, async (transaction) => {
    const row = await knownChangeSet(transaction, id);
    return row === null ? Outcome.refuse(recordMissing) : Outcome.of(row);
  });
  if (!known.ok) return known;
  return changing(
    caller,
    workspace,
    { command: 'undo', reason, undoes: id },
    async ({ transaction, changeSet, workspace: { id: workspaceId, slug, seenVersion: version, viewer } }) => {
      const later = await findLaterChanges(transaction, id);
      if (later.length > 0) return Outcome.refuse(blocked(later));
      await postponeRules(transaction);
      await planAnew(transaction);
      for (const logged of LOGGED) await restoreRemoved(transaction, id, logged);
      for (const logged of LOGGED) await restoreAltered(transaction, id, logged);
      for (const logged of [...LOGGED].reverse()) await removeAdded(transaction, id, logged);
      await judgeRules(transaction);
      const row = await findChangeSet(transaction, changeSet);
      invariant(row, 'the change set that is being written is there');
      const written = { ...row, workspaceVersion: String(Number(version) + 1) };
      const [body] = await presentedChanges(transaction, [written], { actor: viewer, workspaceId });
      invariant(body, 'a change set has an answer');
      return Outcome.of({
        status: 201,
        headers: { location: `/api/v1/workspaces/${slug}/changes/${changeSet}` },
        body,
      });
    },
  );
}
