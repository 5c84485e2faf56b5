import { Outcome, type Problem, type SubjectKind } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { presentedChanges } from '../register/changes.commands.ts';
import { findChangeSet } from '../register/changes.store.ts';
import {
  arranging,
  type Caller,
  type Change,
  changing,
  type Judgements,
  reading,
  required,
} from '../register/changing.commands.ts';
import { insertArrays, insertRows, planAnew, planForAnyValues } from '../register/load.store.ts';
import { entityTag } from '../register/record.presenter.ts';
import { settleRecord, type Target } from '../register/record-writes.commands.ts';
import { replaceEventSubjects } from '../register/records.store.ts';
import { judgeOverlaps, postponeOverlaps } from '../register/stakes.store.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { NewRow } from '../register/load-rows.ts';
import type { RowKind } from '../register/record-tables.ts';
import { LISTS } from '../register/stored-rows.ts';
import { findWorkspace } from '../register/workspaces.store.ts';
import { writeFacts } from './import-facts.commands.ts';
import { isReady, type KeptReading, presentedImport } from './import.presenter.ts';
import { type Evaluated, evaluated, type ImportRoom, nameOf, openAt, type Row } from './imports.commands.ts';
import { findImport, getImportBytes, lockImporting, markCommitted } from './imports.store.ts';
import type { NewClaim } from './reconciling.ts';
import type { Writing } from './writings.ts';

/** How often an import is held anew against a register that others are writing to. */
const MOST_ATTEMPTS = 4;

const moved: Problem = {
  code: 'write-contended',
  message: 'Others are changing the register; the import was not written',
  fix: 'Try again in a moment.',
};

const stopped: Problem = {
  code: 'import-stopped',
  message: 'The import was stopped while it was written; nothing of it was kept',
  fix: 'Commit it again when you want it written.',
};

/** What stands in the way, each with its place in the table. */
function notReady({ problems, problemTotal, openQuestions, openMatches }: KeptReading): Problem[] {
  const count = problemTotal + openQuestions + openMatches;
  const summary: Problem = {
    code: 'import-not-ready',
    message: `${count} ${count === 1 ? 'thing stands' : 'things stand'} in the way: ${problemTotal} problems, ${openQuestions} questions, ${openMatches} names to choose for`,
    fix: 'Correct, answer and choose what the import lists; nothing was written.',
  };
  return [
    summary,
    ...problems.map(({ line, column, code, message, fix }) => ({
      code,
      message: `Row ${line}${column === null ? '' : `, column ${column + 1}`}: ${message}`,
      fix,
      pointer: `/problems/${line}`,
    })),
  ];
}

/** Writes the claims on records that are there, and gives these their best values. */
async function writeClaims(change: Change, claims: readonly NewClaim[], source: string): Promise<void> {
  const rows = claims.map(({ id, subject, field, value, place, rank, reason }) => ({
    id,
    fields: { subject, field, value, source, place, quote: null, rank, reason },
  }));
  await insertRows(change.transaction, 'claim', rows);
  const fields = new Map<string, { readonly kind: SubjectKind; readonly id: string; readonly fields: Set<string> }>();
  for (const { subject, field, wins } of claims) {
    if (!wins) continue;
    const known = fields.get(subject.id) ?? { ...subject, fields: new Set<string>() };
    known.fields.add(field);
    fields.set(subject.id, known);
  }
  const later: Judgements = [];
  await postponeOverlaps(change.transaction);
  for (const { kind, id, fields: stated } of fields.values())
    await settleRecord({ ...change, later }, kind, id, [...stated]);
  for (const judge of later) await judge();
  await judgeOverlaps(change.transaction);
}

/** Ends the transaction of an import that was stopped. */
function goOn(writing: Writing, rows: number): void {
  if (!writing.wrote(rows)) required(Outcome.refuse(stopped));
}

/** Writes everything that the table adds to the register or changes in it. */
async function writeTable(change: Change, { table, reconciliation }: Evaluated, writing: Writing): Promise<void> {
  const { load } = table;
  if (load === null || reconciliation === null) return;
  const { transaction } = change;
  const { added, claims, abouts, facts } = reconciliation;
  const addedIds = new Set(added.map(({ id }) => id));
  const insert = async (kind: RowKind, rows: readonly NewRow[]): Promise<void> => {
    await insertRows(transaction, kind, rows);
    goOn(writing, rows.length);
  };
  await planForAnyValues(transaction);
  await planAnew(transaction);
  await insert('source', [load.source]);
  let plannedAt = 0;
  let rows = 0;
  for await (const batch of table.freshRows()) {
    await insertArrays(transaction, batch.kind, batch.columns);
    goOn(writing, batch.kind === 'event-subject' ? 0 : batch.count);
    rows += batch.count;
    // A plan that was made for some rows is good for twice as many.
    if (rows < 2 * plannedAt) continue;
    await planAnew(transaction);
    plannedAt = rows;
  }
  for (const [kind] of LISTS)
    await insert(
      kind,
      added.filter((each) => each.kind === kind),
    );
  for (const { id, about } of added) if (about !== null) await replaceEventSubjects(transaction, id, about);
  for (const { event, about } of abouts) await replaceEventSubjects(transaction, event, about);
  const own = claims.filter(({ subject }) => addedIds.has(subject.id));
  await insert(
    'claim',
    own.map(({ id, subject, field, value, place }) => ({
      id,
      fields: { subject, field, value, source: load.source.id, place, quote: null, rank: 'normal', reason: null },
    })),
  );
  await writeFacts(change, facts);
  await writeClaims(
    change,
    claims.filter(({ subject }) => !addedIds.has(subject.id)),
    load.source.id,
  );
}

/** How many rows an import writes, as far as they are counted while it is written. */
function rowsOf({ table: { load }, reconciliation }: Evaluated): number {
  if (load === null || reconciliation === null) return 0;
  const fresh = Object.values(load.fresh).reduce((sum, count) => sum + count, 0);
  return fresh + reconciliation.added.length + reconciliation.claims.length + 1;
}

async function answered({ transaction, workspace, changeSet }: Change, row: Row): Promise<StoredAnswer> {
  const found = await findChangeSet(transaction, changeSet);
  const raised = found === null ? [] : [{ ...found, workspaceVersion: String(Number(workspace.seenVersion) + 1) }];
  const [change] = await presentedChanges(transaction, raised, { actor: workspace.viewer, workspaceId: workspace.id });
  return {
    status: 201,
    headers: { etag: entityTag(row.version), location: `/api/v1/workspaces/${workspace.slug}/changes/${changeSet}` },
    body: { import: presentedImport(row, workspace), change: change ?? null },
  };
}

const lockedAt = async (transaction: DatabaseTransaction, target: Target): Promise<Row> =>
  required(openAt(await findImport<KeptReading>(transaction, target.record, 'lock'), target));

/** The register holds all of it: nothing is written, and the import is done. */
function committedEmpty(
  caller: Caller,
  workspace: string,
  target: Target,
  version: string,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, now) => {
    if (now.version !== version) return Outcome.refuse(moved);
    const row = await markCommitted<KeptReading>(transaction, (await lockedAt(transaction, target)).id, null);
    const body = { import: presentedImport(row, now), change: null };
    return Outcome.of({ status: 201, headers: { etag: entityTag(row.version) }, body });
  });
}

async function written(
  { writings }: ImportRoom,
  caller: Caller,
  workspace: string,
  target: Target,
  reason: string | null,
  outcome: Evaluated,
): Promise<Outcome<StoredAnswer>> {
  const writing = writings.begin(target.record, rowsOf(outcome));
  try {
    return await changing(caller, workspace, { command: 'import', reason }, async (change) => {
      const { transaction } = change;
      await lockImporting(transaction);
      const { id } = await lockedAt(transaction, target);
      // Somebody wrote since the table was held against the register: it is held against it again. Read behind the lock, for
      // which another import may have been waited.
      const now = await findWorkspace(transaction, change.workspace.id, change.workspace.viewer.scopes);
      if (now?.version !== outcome.version) return Outcome.refuse(moved);
      await writeTable(change, outcome, writing);
      const row = await markCommitted<KeptReading>(transaction, id, change.changeSet);
      goOn(writing, 0);
      return Outcome.of(await answered(change, row));
    });
  } finally {
    writings.end(target.record);
  }
}

/** Whether an earlier request with the same key was answered, and with what. */
const given = (caller: Caller, workspace: string): Promise<Outcome<StoredAnswer>> =>
  arranging(caller, workspace, () => Promise.resolve(Outcome.refuse<Problem>(moved)));

/** Reads the file of an import, which may be large, for as long as that takes. */
async function readAgain(
  room: ImportRoom,
  caller: Caller,
  workspace: string,
  { name, choices }: Row,
  target: Target,
): Promise<Outcome<Evaluated>> {
  const bytes = await reading(caller, workspace, async (transaction) => {
    const row = openAt(await findImport<KeptReading>(transaction, target.record), target);
    return row.ok ? Outcome.of(await getImportBytes(transaction, row.value.id)) : row;
  });
  return bytes.ok ? evaluated(room, caller, workspace, { name, bytes: bytes.value, choices }) : bytes;
}

/** Writes an import to the register as one change: all of it, or nothing. */
export async function commitImport(
  room: ImportRoom,
  caller: Caller,
  workspace: string,
  target: Target,
  reason: string | null,
): Promise<Outcome<StoredAnswer>> {
  const before = caller.idempotency === null ? null : await given(caller, workspace);
  if (before?.ok === true || (before !== null && before.problems[0] !== moved)) return before;
  const found = await reading(caller, workspace, async (transaction) =>
    openAt(await findImport<KeptReading>(transaction, target.record), target),
  );
  if (!found.ok) return found;
  const row = found.value;
  // As it was last shown, while the register has not moved since; else it is read and held against the register again.
  let ready = room.desk.taken(nameOf(row));
  for (let attempt = 1; ; attempt += 1) {
    const outcome = ready === null ? await readAgain(room, caller, workspace, row, target) : Outcome.of(ready);
    ready = null;
    if (!outcome.ok) return outcome;
    const { table, kept, reconciliation } = outcome.value;
    try {
      if (!isReady(kept) || reconciliation === null) return Outcome.refuse(...notReady(kept));
      const done = reconciliation.isNothing
        ? await committedEmpty(caller, workspace, target, outcome.value.version)
        : await written(room, caller, workspace, target, reason, outcome.value);
      const isMoved = !done.ok && done.problems[0] === moved;
      if (!isMoved || attempt >= MOST_ATTEMPTS) return done;
    } finally {
      table.close();
    }
  }
}
