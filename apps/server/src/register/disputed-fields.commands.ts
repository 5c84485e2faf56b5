import { can } from '@entente/core/accounts';
import { discrepanciesAmong } from '@entente/core/evidence';
import { valuesDiffer } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { comparedKeys, type Disputed, listKeyOf } from './discrepancies.presenter.ts';
import { findRivalClaims } from './discrepancies.store.ts';
import { knownRecords } from './known-records.commands.ts';
import { placeOfAudience, type Workspace } from './workspaces.store.ts';

/** Every discrepancy that the reader may see, with names and places, in the order of the list. */
async function disputedFields(
  transaction: DatabaseTransaction,
  { id: workspaceId, viewer }: Workspace,
): Promise<readonly Disputed[]> {
  const rivals = await findRivalClaims(transaction);
  const seen = rivals.filter((claim) => can(viewer, 'register.read', { workspaceId, class: claim.class }));
  const found = discrepanciesAmong(seen, valuesDiffer);
  const known = await knownRecords(
    transaction,
    found.map(({ subject }) => subject),
  );
  return found
    .map(({ subject: of, field, claims }) => {
      const subject = known.placed(of);
      const open = claims.every(({ rank }) => rank !== 'preferred');
      return { subject, field, claims, open, key: listKeyOf(subject, field) };
    })
    .sort((one, other) => comparedKeys(one.key, other.key));
}

type Kept = { readonly version: string; readonly found: readonly Disputed[] };

/**
 * The discrepancies of workspaces, kept in memory by version and audience, so that the pages and filters of one reading
 * judge the claims once. The least recently used go first.
 */
export class DisputedFields {
  readonly #kept = new Map<string, Kept>();
  readonly #most: number;

  constructor(most = 8) {
    this.#most = most;
  }

  /** The discrepancies as they stand in the transaction. */
  async disputedIn(transaction: DatabaseTransaction, workspace: Workspace): Promise<readonly Disputed[]> {
    const place = placeOfAudience(workspace);
    const before = this.#kept.get(place);
    if (before?.version === workspace.version) {
      this.#keep(place, before);
      return before.found;
    }
    const found = await disputedFields(transaction, workspace);
    // A transaction that began before the last change does not displace what was read after it.
    const now = this.#kept.get(place);
    if (now === undefined || BigInt(now.version) < BigInt(workspace.version)) {
      this.#keep(place, { version: workspace.version, found });
    }
    return found;
  }

  #keep(place: string, kept: Kept): void {
    this.#kept.delete(place);
    this.#kept.set(place, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
