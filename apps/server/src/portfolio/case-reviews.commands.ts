import type { CaseLibrary, CaseReview } from '@entente/core/interchange';
import { can } from '@entente/core/accounts';
import { invariant, type Outcome, type Share } from '@entente/core/kernel';
import { DEFAULT_CRITERIA, equityIn, reviewProblems } from '@entente/core/portfolio';
import { registerFromSources } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import type { Caller } from '../register/changing.commands.ts';
import { loadIntoWorkspace } from '../register/load.commands.ts';
import { readRegisterRows } from '../register/snapshot.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { insertReview, type ReviewContentRow, updateState } from './reviews.store.ts';

/** Writes the business reviews of the case library: those with a decision as decided, the others as handed in. */
export async function loadCaseReviews(
  transaction: DatabaseTransaction,
  reviews: readonly CaseReview[],
  reviewClass: 'NEVER' | 'INTERNAL' = 'NEVER',
): Promise<void> {
  if (reviews.length === 0) return;
  const register = registerFromSources(await readRegisterRows(transaction, ['INTERNAL', 'SHAREABLE']), null);
  const equityOn = equityIn(register);
  for (const { alliance: slug, date, illustrative, decision, contributions, coalitions = [] } of reviews) {
    const alliance = register.alliances.find((row) => row.slug === slug);
    invariant(alliance, `the case library has the alliance ${slug}`);
    const members = equityOn(alliance, date).members.map(({ key, name, isUnnamed, equity, organisation }) => ({
      key,
      name,
      isUnnamed,
      equity,
      organisation,
    }));
    const content: ReviewContentRow = {
      criteria: DEFAULT_CRITERIA,
      members,
      contributions: Object.entries(contributions).flatMap(([criterion, parts]) =>
        Object.entries(parts).map(([member, value]) => ({
          criterion,
          member,
          value: value as Share,
          note: null,
          source: null,
          place: null,
        })),
      ),
      coalitions,
      proposals: [],
    };
    const [problem] = reviewProblems(content);
    invariant(problem === undefined, `the review of ${slug} on ${date} is whole: ${problem?.message ?? ''}`);
    const draft = {
      class: reviewClass,
      allianceId: alliance.id,
      date,
      illustrative: illustrative === 'true',
      content,
    };
    const id = await insertReview(transaction, draft);
    await updateState(transaction, id, 'submitted');
    if (decision !== undefined)
      await updateState(transaction, id, 'decided', { decision: { text: decision, shares: null } });
  }
}

/**
 * Puts the case library into a workspace, its reviews with it. Reviews of what was there before are out of sight with
 * their alliances, and come back where this is undone.
 */
export const loadCaseLibrary = (
  caller: Caller,
  workspace: string,
  { rows, reviews }: Pick<CaseLibrary, 'rows' | 'reviews'>,
  given: { readonly reason: string; readonly replace: boolean },
): Promise<Outcome<StoredAnswer>> =>
  loadIntoWorkspace(caller, workspace, rows, given, ({ transaction, workspace: { id, viewer } }) =>
    // Whoever reads no review of the class NEVER writes none.
    loadCaseReviews(
      transaction,
      reviews,
      can(viewer, 'register.write', { workspaceId: id, class: 'NEVER' }) ? 'NEVER' : 'INTERNAL',
    ),
  );
