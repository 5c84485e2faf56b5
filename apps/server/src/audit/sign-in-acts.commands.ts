import { type Database, inWorkspace } from '../platform/database.ts';
import { enterOwnAccount, enterPersonOfAccount } from '../register/actors.store.ts';
import { chainSignInActs, rememberLanguage } from './sign-in-acts.store.ts';

/** Puts what was done in signing in by an account, or by a person, into the audit of each workspace of theirs. */
export function chainActs(
  database: Database,
  whose: { readonly accountId: string } | { readonly personId: string },
  language: string | null = null,
): Promise<void> {
  const actorId = 'personId' in whose ? whose.personId : '';
  return inWorkspace(database, { workspaceId: null, actorId }, async (transaction) => {
    if ('accountId' in whose) await enterPersonOfAccount(transaction, whose.accountId, null);
    else await enterOwnAccount(transaction);
    await chainSignInActs(transaction);
    if (language !== null) await rememberLanguage(transaction, language);
  });
}
