import type { KeyObject } from 'node:crypto';
import { type Database, inWorkspace } from '../platform/database.ts';
import { headSigned, publicKeyOf } from './audit-key.ts';
import { findChain } from './audit.store.ts';
import { enterClockwork, findUnsigned, insertHead } from './heads.store.ts';

/** Signs the head of each chain that grew since it was last signed. @returns how many */
export async function signHeads(database: Database, key: () => KeyObject, now: Date): Promise<number> {
  const serving = (workspaceId: string | null) => ({ workspaceId, actorId: '' });
  const unsigned = async (by: string): Promise<readonly string[]> =>
    inWorkspace(database, serving(null), async (transaction) => {
      await enterClockwork(transaction);
      return findUnsigned(transaction, by);
    });
  // The key is made when there is something to sign with it.
  if ((await unsigned('')).length === 0) return 0;
  const signer = key();
  const workspaces = await unsigned(publicKeyOf(signer));
  for (const workspace of workspaces) {
    await inWorkspace(database, serving(workspace), async (transaction) => {
      await enterClockwork(transaction);
      const chain = await findChain(transaction);
      if (chain === null) return;
      const { sequence, digest } = chain;
      await insertHead(transaction, headSigned(signer, { workspace, sequence, digest, signedAt: now.toISOString() }));
    });
  }
  return workspaces.length;
}
