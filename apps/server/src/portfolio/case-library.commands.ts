import { can } from '@entente/core/accounts';
import type { CaseLibrary } from '@entente/core/interchange';
import type { Outcome } from '@entente/core/kernel';
import { loadCasePapers } from '../dossier/case-papers.commands.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { Caller } from '../register/changing.commands.ts';
import { loadIntoWorkspace } from '../register/load.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { loadCaseReviews } from './case-reviews.commands.ts';

/** What the case library holds beside the register: business reviews and the papers of alliances. */
export async function loadBesideCases(
  transaction: DatabaseTransaction,
  { reviews, papers }: Pick<CaseLibrary, 'reviews' | 'papers'>,
  mayNever = true,
): Promise<void> {
  // Whoever reads no review of the class NEVER writes none; papers have the class of their kind, or are left out.
  await loadCaseReviews(transaction, reviews, mayNever ? 'NEVER' : 'INTERNAL');
  await loadCasePapers(transaction, papers, mayNever);
}

/**
 * Puts the case library into a workspace, its reviews and papers with it. Those of what was there before are out of sight
 * with their alliances, and come back where this is undone.
 */
export const loadCaseLibrary = (
  caller: Caller,
  workspace: string,
  library: Pick<CaseLibrary, 'rows' | 'reviews' | 'papers'>,
  given: { readonly reason: string; readonly replace: boolean },
): Promise<Outcome<StoredAnswer>> =>
  loadIntoWorkspace(caller, workspace, library.rows, given, ({ transaction, workspace: { id, viewer } }) =>
    loadBesideCases(transaction, library, can(viewer, 'register.write', { workspaceId: id, class: 'NEVER' })),
  );
