import type { CaseReview } from '@entente/core/interchange';
import { invariant, type Share } from '@entente/core/kernel';
import { DEFAULT_CRITERIA, equityIn, reviewProblems } from '@entente/core/portfolio';
import { registerFromSources } from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { readRegisterRows } from '../register/snapshot.commands.ts';
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
