import type { DatabaseTransaction } from '../platform/database.ts';
import type { IndexedName } from './name-index.ts';
import { findChangedRows, findNames, findNamesOf } from './search.store.ts';
import type { Workspace } from './workspaces.store.ts';

type Kept = { readonly version: string; readonly names: ReadonlyMap<string, IndexedName> };

/** From so many changed rows on, reading all names anew costs no more. */
const MOST_CHANGED = 5000;

/**
 * The names of workspaces, kept in memory by version: a search reads no table of names, and after a change only the
 * rows that changed. The least recently used go first.
 */
export class NameIndexes {
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #most: number;

  constructor(most = 8) {
    this.#most = most;
  }

  /** The names as they stand in the transaction. */
  async namesOf(transaction: DatabaseTransaction, workspace: Workspace): Promise<Iterable<IndexedName>> {
    const before = await this.#kept.get(workspace.id)?.catch(() => null);
    if (before?.version === workspace.version) {
      this.#keep(workspace.id, Promise.resolve(before));
      return before.names.values();
    }
    // A transaction that began before the last change reads for itself what was there.
    const isNewer = before && BigInt(before.version) > BigInt(workspace.version);
    const names = isNewer ? namesAnew(transaction) : namesSince(transaction, before ?? null);
    const now = names.then((map): Kept => ({ version: workspace.version, names: map }));
    if (!isNewer) this.#keep(workspace.id, now);
    return (await now).names.values();
  }

  #keep(workspaceId: string, kept: Promise<Kept>): void {
    this.#kept.delete(workspaceId);
    this.#kept.set(workspaceId, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}

async function namesAnew(transaction: DatabaseTransaction): Promise<ReadonlyMap<string, IndexedName>> {
  return new Map((await findNames(transaction)).map((name) => [name.row, name]));
}

async function namesSince(
  transaction: DatabaseTransaction,
  before: Kept | null,
): Promise<ReadonlyMap<string, IndexedName>> {
  const changed = before === null ? null : await findChangedRows(transaction, before.version, MOST_CHANGED);
  if (before === null || changed === null) return namesAnew(transaction);
  const names = new Map(before.names);
  for (const { row } of changed) names.delete(row);
  for (const name of await findNamesOf(transaction, changed)) names.set(name.row, name);
  return names;
}
