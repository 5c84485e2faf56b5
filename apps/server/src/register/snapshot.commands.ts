import type { AccessClass } from '@entente/core/accounts';
import { invariant, Outcome, type SubjectRef } from '@entente/core/kernel';
import { emptyRows, type RegisterRows } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { noteClean, notedApart } from './clean-readings.commands.ts';
import { RECORD_TABLES, type RowKind } from './record-tables.ts';
import type { FieldValues, RecordRow } from './records.store.ts';
import { findAllRows } from './snapshot.store.ts';
import { LISTS, modelRow } from './stored-rows.ts';
import { audienceIn, placeOfAudience, type Workspace } from './workspaces.store.ts';

/** The register of a workspace at one version, as one audience may see it. */
export type Snapshot = {
  readonly workspace: Workspace;
  readonly rows: RegisterRows;
  /** Ids of the records of the class CLEAN among them. */
  readonly clean: readonly string[];
};

/** Ids of the rows taken so far; what refers to a row that the audience may not see is left out with it. */
class Seen {
  readonly #ids = new Set<string>();

  add(kind: RowKind, id: string): void {
    this.#ids.add(`${kind} ${id}`);
  }

  #has({ kind, id }: { readonly kind: RowKind; readonly id: string }): boolean {
    return this.#ids.has(`${kind} ${id}`);
  }

  admits(kind: RowKind, fields: FieldValues): boolean {
    return RECORD_TABLES[kind].columns.every(({ field, as, to }) => {
      const value = fields[field];
      if (as === 'subject') return this.#has(value as SubjectRef);
      // Rows of one table that refer to each other are judged by `withoutStrangers`, when all of them are known.
      return to === null || to === kind || typeof value !== 'string' || this.#has({ kind: to, id: value });
    });
  }

  /** What an event is about, without the records that are not there. */
  known(subjects: readonly SubjectRef[]): SubjectRef[] {
    return subjects.filter((subject) => this.#has(subject));
  }
}

function withoutStrangers(kind: RowKind, rows: readonly RecordRow[]): RecordRow[] {
  const own = RECORD_TABLES[kind].columns.filter(({ to }) => to === kind).map(({ field }) => field);
  const ids = new Set(rows.map((row) => row.id));
  return rows.map((row) => {
    const strange = own.filter((field) => typeof row.fields[field] === 'string' && !ids.has(row.fields[field]));
    return strange.length === 0
      ? row
      : { ...row, fields: { ...row.fields, ...Object.fromEntries(strange.map((field) => [field, null])) } };
  });
}

/** Builds the core's rows from the tables. */
export async function readRegisterRows(
  transaction: DatabaseTransaction,
  audience: readonly AccessClass[],
): Promise<RegisterRows> {
  const rows: Record<string, unknown> = emptyRows();
  const seen = new Seen();
  const keys = new Map<string, string>();
  const keyOf = (id: string): string => {
    const key = keys.get(id);
    invariant(key, `source ${id} has a key`);
    return key;
  };
  for (const [kind, list] of LISTS) {
    const all = withoutStrangers(kind, await findAllRows(transaction, kind, audience));
    const visible = all.filter((row) => seen.admits(kind, row.fields));
    for (const { id, fields } of visible) {
      seen.add(kind, id);
      if (kind === 'source') keys.set(id, fields['key'] as string);
    }
    rows[list] = visible.map(({ id, fields }) => {
      if (kind !== 'event') return modelRow(kind, id, fields, keyOf);
      return modelRow(
        kind,
        id,
        { ...fields, about: seen.known((fields['about'] ?? []) as readonly SubjectRef[]) },
        keyOf,
      );
    });
  }
  return rows as RegisterRows;
}

async function snapshotNow(transaction: DatabaseTransaction, workspace: Workspace): Promise<Snapshot> {
  const { value, clean } = await notedApart(() => readRegisterRows(transaction, audienceIn(workspace)));
  return { workspace, rows: value, clean };
}

/** Snapshots of registers by workspace, version and audience; the least recently used go first. */
export class Snapshots {
  readonly #kept = new Map<string, Snapshot>();
  readonly #most: number;

  constructor(most = 16) {
    this.#most = most;
  }

  /** The workspace's register as the actor may see it now. */
  snapshotOf(
    { database, actor }: Pick<Caller, 'database' | 'actor'>,
    workspaceReference: string,
  ): Promise<Outcome<Snapshot>> {
    return reading({ database, actor }, workspaceReference, async (transaction, workspace) => {
      const place = placeOfAudience(workspace);
      const kept = this.#kept.get(place);
      const isNow = kept?.workspace.version === workspace.version;
      const snapshot = isNow ? kept : await snapshotNow(transaction, workspace);
      this.#keep(place, snapshot);
      noteClean(snapshot.clean);
      return Outcome.of(snapshot);
    });
  }

  #keep(place: string, snapshot: Snapshot): void {
    this.#kept.delete(place);
    this.#kept.set(place, snapshot);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
