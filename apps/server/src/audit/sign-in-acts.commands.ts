import { type Database, inWorkspace } from '../platform/database.ts';
import { chainSignInActs, enterAccount, enterOwnAccount } from './sign-in-acts.store.ts';

/** Puts what was done in signing in by an account, or by a person, into the audit of each workspace of theirs. */
export function chainActs(
  database: Database,
  whose: { readonly accountId: string } | { readonly personId: string },
): Promise<void> {
  const actorId = 'personId' in whose ? whose.personId : '';
  return inWorkspace(database, { workspaceId: null, actorId }, async (transaction) => {
    if ('accountId' in whose) await enterAccount(transaction, whose.accountId);
    else await enterOwnAccount(transaction);
    await chainSignInActs(transaction);
  });
}
