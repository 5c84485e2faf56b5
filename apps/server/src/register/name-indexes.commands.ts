import type { DatabaseTransaction } from '../platform/database.ts';
import { namesChanged, type NamesNow, namesNow } from './name-index.ts';
import { findChangedRows, findNames, findNamesOf } from './search.store.ts';
import { placeOfAudience, type Workspace } from './workspaces.store.ts';

type Kept = { readonly version: string; readonly names: NamesNow };

/** So many changed rows are kept beside the names; with more, all are read anew. */
const MOST_CHANGED = 5000;

/**
 * The names of workspaces, kept in memory by version and audience: a search reads no table of names, and after a change only the
 * rows that changed. The least recently used go first.
 */
export class NameIndexes {
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #most: number;

  constructor(most = 8) {
    this.#most = most;
  }

  /** The names as they stand in the transaction. */
  async namesOf(transaction: DatabaseTransaction, workspace: Workspace): Promise<NamesNow> {
    const place = placeOfAudience(workspace);
    const before = await this.#kept.get(place)?.catch(() => null);
    if (before?.version === workspace.version) {
      this.#keep(place, Promise.resolve(before));
      return before.names;
    }
    // A transaction that began before the last change reads for itself what was there.
    const isNewer = before && BigInt(before.version) > BigInt(workspace.version);
    const names = isNewer ? namesAnew(transaction) : namesSince(transaction, before ?? null);
    const now = names.then((read): Kept => ({ version: workspace.version, names: read }));
    if (!isNewer) this.#keep(place, now);
    return (await now).names;
  }

  #keep(place: string, kept: Promise<Kept>): void {
    this.#kept.delete(place);
    this.#kept.set(place, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}

async function namesAnew(transaction: DatabaseTransaction): Promise<NamesNow> {
  return namesNow(await findNames(transaction));
}

async function namesSince(transaction: DatabaseTransaction, before: Kept | null): Promise<NamesNow> {
  const room = MOST_CHANGED - (before?.names.gone.size ?? 0);
  const changed = before === null ? null : await findChangedRows(transaction, before.version, room);
  if (before === null || changed === null) return namesAnew(transaction);
  const rows = changed.map(({ row }) => row);
  return namesChanged(before.names, rows, await findNamesOf(transaction, changed));
}
