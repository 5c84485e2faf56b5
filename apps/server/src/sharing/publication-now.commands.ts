import { invariant } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { findGrants } from './grants.store.ts';
import { publicationAnswer } from './publications.presenter.ts';
import { findPublication } from './publications.store.ts';

/** A publication as it stands in the transaction, as the answer to a change of it. */
export async function publicationNow(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  id: string,
): Promise<StoredAnswer> {
  const row = await findPublication(transaction, id);
  invariant(row, 'a publication that was changed is there');
  const body = publicationAnswer(row, await findGrants(transaction, [id]), workspace);
  return { status: 201, headers: {}, body };
}
