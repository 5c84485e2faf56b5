import type { DatabaseTransaction } from '../platform/database.ts';
import { type NameIndex, nameIndexOf } from './name-index.ts';
import { findChangedRows, findNames, findNamesOf } from './search.store.ts';
import type { Workspace } from './workspaces.store.ts';

type Kept = { readonly version: string; readonly index: NameIndex };

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
  async indexOf(transaction: DatabaseTransaction, workspace: Workspace): Promise<NameIndex> {
    const before = await this.#kept.get(workspace.id)?.catch(() => null);
    if (before?.version === workspace.version) {
      this.#keep(workspace.id, Promise.resolve(before));
      return before.index;
    }
    // A transaction that began before the last change reads for itself what was there.
    const isNewer = before && BigInt(before.version) > BigInt(workspace.version);
    const index = isNewer ? indexAnew(transaction) : indexSince(transaction, before ?? null);
    const now = index.then((read): Kept => ({ version: workspace.version, index: read }));
    if (!isNewer) this.#keep(workspace.id, now);
    return (await now).index;
  }

  #keep(workspaceId: string, kept: Promise<Kept>): void {
    this.#kept.delete(workspaceId);
    this.#kept.set(workspaceId, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}

async function indexAnew(transaction: DatabaseTransaction): Promise<NameIndex> {
  return nameIndexOf(await findNames(transaction));
}

async function indexSince(transaction: DatabaseTransaction, before: Kept | null): Promise<NameIndex> {
  const changed = before === null ? null : await findChangedRows(transaction, before.version, MOST_CHANGED);
  if (before === null || changed === null) return indexAnew(transaction);
  if (changed.length === 0) return before.index;
  const gone = new Set(changed.map(({ row }) => row));
  const kept = before.index.names.filter(({ row }) => !gone.has(row));
  return nameIndexOf([...kept, ...(await findNamesOf(transaction, changed))]);
}
