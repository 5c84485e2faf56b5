import type { ChangeSetAnswer, ChangeSetDetailAnswer } from '@entente/contract/register';
import { invariant, Outcome, type SubjectKind } from '@entente/core/kernel';
import type { StoredAnswer } from './stored-answer.ts';
import { type Caller, changing, reading } from './changing.commands.ts';
import { changeSetAnswer, changeSetDetail } from './changes.presenter.ts';
import {
  findChangeSet,
  findChangeSets,
  findLaterChanges,
  findRowChanges,
  judgeRules,
  type LaterChange,
  type LoggedTable,
  postponeRules,
  removeAdded,
  restoreAltered,
  restoreRemoved,
} from './changes.store.ts';
import type { ExtendedProblem } from './extended-problem.ts';
import { findLinks } from './links.store.ts';
import { cursorMalformed, cursorOf, placeOf } from './reading.commands.ts';
import { RECORD_TABLES } from './record-tables.ts';
import { recordMissing } from './records.commands.ts';
import { findRecordId } from './records.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
type HistoryPage = {
  readonly items: readonly ChangeSetAnswer[];
  readonly nextCursor: string | null;
  readonly total: number;
};
export type HistoryRequest = {
  readonly record?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

const SORT = '-position';

/** What was changed in a workspace, or of one record and its claims; latest first. */
export function listChanges(
  reads: Reads,
  workspace: string,
  { record, cursor, limit }: HistoryRequest,
): Promise<Outcome<HistoryPage>> {
  return reading(reads, workspace, async (transaction, { id: workspaceId }) => {
    const place = cursor === undefined ? Outcome.of(null) : placeOf(SORT, cursor);
    if (!place.ok) return place;
    const before = place.value?.value ?? null;
    if (before !== null && !/^\d{1,18}$/.test(before)) return Outcome.refuse(cursorMalformed);
    const [kind = '', reference = ''] = record?.split(':') ?? [];
    const id =
      record === undefined ? null : ((await findRecordId(transaction, kind as SubjectKind, reference)) ?? reference);
    if (id !== null && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return Outcome.refuse(recordMissing);
    const { items, total } = await findChangeSets(transaction, { record: id, before, limit: limit + 1 });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return Outcome.of({
      items: page.map((row) => changeSetAnswer(row, { actor: reads.actor, workspaceId })),
      nextCursor: items.length > limit && last ? cursorOf(SORT, { value: last.position, id: last.id }) : null,
      total,
    });
  });
}

/** One change with its rows before and after. */
export function readChange(reads: Reads, workspace: string, id: string): Promise<Outcome<ChangeSetDetailAnswer>> {
  return reading(reads, workspace, async (transaction, { id: workspaceId }) => {
    const row = isId(id) ? await findChangeSet(transaction, id) : null;
    if (row === null) return Outcome.refuse(recordMissing);
    const changes = await findRowChanges(transaction, id);
    const links = await findLinks(
      transaction,
      [],
      changes.map((change) => ({ kind: change.recordKind, id: change.recordId })),
    );
    return Outcome.of(changeSetDetail(row, changes, { actor: reads.actor, workspaceId, links }));
  });
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

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
  const known = await readChange(caller, workspace, id);
  if (!known.ok) return known;
  return changing(
    caller,
    workspace,
    { command: 'undo', reason, undoes: id },
    async ({ transaction, changeSet, workspace: { id: workspaceId, slug, version } }) => {
      const later = await findLaterChanges(transaction, id);
      if (later.length > 0) return Outcome.refuse(blocked(later));
      await postponeRules(transaction);
      for (const logged of LOGGED) await restoreRemoved(transaction, id, logged);
      for (const logged of LOGGED) await restoreAltered(transaction, id, logged);
      for (const logged of [...LOGGED].reverse()) await removeAdded(transaction, id, logged);
      await judgeRules(transaction);
      const row = await findChangeSet(transaction, changeSet);
      invariant(row, 'the change set that is being written is there');
      const body = changeSetAnswer(
        { ...row, workspaceVersion: String(Number(version) + 1) },
        { actor: caller.actor, workspaceId },
      );
      return Outcome.of({
        status: 201,
        headers: { location: `/api/v1/workspaces/${slug}/changes/${changeSet}` },
        body,
      });
    },
  );
}
