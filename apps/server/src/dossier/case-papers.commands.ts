import { paperRoutes } from '@entente/contract/dossier';
import { type CasePaper, withOrganisations } from '@entente/core/interchange';
import { invariant } from '@entente/core/kernel';
import { randomUUID } from 'node:crypto';
import type { DatabaseTransaction } from '../platform/database.ts';
import { findRecordId } from '../register/records.store.ts';
import { factsOf, problemsOf, ruleOf } from './paper-kinds.ts';
import { insertVersion } from './papers.store.ts';

/**
 * Writes the papers of the case library, of whatever kind.
 * @param mayNever whether whoever loads them writes papers of the class NEVER; who does not leaves those out
 */
export async function loadCasePapers(
  transaction: DatabaseTransaction,
  papers: readonly CasePaper[],
  mayNever = true,
): Promise<void> {
  const organisations = new Map<string, string>();
  const slugs = new Set<string>();
  for (const { content } of papers)
    withOrganisations(content, (slug) => {
      slugs.add(slug);
      return slug;
    });
  for (const slug of slugs) {
    const id = await findRecordId(transaction, 'organisation', slug);
    invariant(id !== null, `the case library has the organisation ${slug}`);
    organisations.set(slug, id);
  }
  for (const { id, alliance, content: told } of papers) {
    const allianceId = await findRecordId(transaction, 'alliance', alliance);
    invariant(allianceId !== null, `the case library has the alliance ${alliance}`);
    const read = paperRoutes.add.body.safeParse(withOrganisations(told, (slug) => organisations.get(slug) ?? slug));
    invariant(read.success, `the paper ${id} is whole: ${read.error?.message ?? ''}`);
    const content = read.data;
    const [problem] = problemsOf(content, null);
    invariant(problem === undefined, `the paper ${id} is right: ${problem?.message ?? ''}`);
    const { class: paperClass, isSingle } = ruleOf(content.kind);
    if (paperClass === 'NEVER' && !mayNever) continue;
    const { due, isOpen, holder } = factsOf(content);
    await insertVersion(transaction, {
      id: randomUUID(),
      allianceId,
      version: 1,
      kind: content.kind,
      class: paperClass,
      content,
      due,
      isOpen,
      holder,
      isSingle,
    });
  }
}
