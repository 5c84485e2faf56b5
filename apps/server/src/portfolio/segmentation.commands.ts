import { type SegmentationAnswer, segmentationAnswer, type SegmentationQuery } from '@entente/contract/portfolio';
import { EdtfDate, Outcome } from '@entente/core/kernel';
import { dayToRead, type ExclusiveRight, ownSideOf, segmentationReport } from '@entente/core/portfolio';
import { type DomainTerm, termHierarchy } from '@entente/core/register';
import { findPapers } from '../dossier/papers.store.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from '../register/changing.commands.ts';
import { findDomainTerms } from '../register/domain-terms.store.ts';
import { sourcesOf } from './portfolio.presenter.ts';
import type { FirmQuestion, FirmReadings, Question } from './firm-readings.commands.ts';

/** The asked day; null for none, or for one that is none. */
function askedDay(asOf: string | undefined): string | null {
  const asked = asOf === undefined ? null : EdtfDate.asOf(asOf);
  return asked?.ok ? asked.value : null;
}

const segmentationQuestion = (
  { population, level, asOf }: SegmentationQuery,
  terms: readonly DomainTerm[],
  rights: readonly ExclusiveRight[],
): Question<SegmentationAnswer> => ({
  name: 'segmentation',
  // Classification and papers are no part of the register's version: what was read by others is another answer.
  parameters: {
    population,
    level,
    asOf,
    terms: terms.map(({ dimension, term, broader }) => [dimension, term, broader]),
    rights,
  },
  answer: segmentationAnswer,
  compute: ({ register, whole, focal, snapshot }) => {
    const own = ownSideOf(register, focal);
    const day = dayToRead(register, own, askedDay(asOf));
    const parameters = { population: population ?? snapshot.workspace.defaultPopulation, level, day };
    const report = segmentationReport(register, focal, own, termHierarchy(terms), parameters, rights);
    return { ...report, choosable: sourcesOf(whole) };
  },
});

/** The exclusivities that the caller may read. */
async function exclusiveRights(transaction: DatabaseTransaction): Promise<readonly ExclusiveRight[]> {
  const papers = await findPapers(transaction, { kinds: ['exclusivity'] });
  return papers.flatMap(({ id, allianceId, content }) => {
    if (content?.kind !== 'exclusivity') return [];
    const { kind: _kind, words: _words, ...right } = content;
    return { ...right, paper: id, alliance: allianceId };
  });
}

/** Where the alliances of a firm collide by the workspace's classification, who else supplies it, and who diverts; as JSON. */
export async function segmentationOfFirm(
  readings: FirmReadings,
  caller: Pick<Caller, 'database' | 'actor'>,
  firm: FirmQuestion,
  query: SegmentationQuery,
): Promise<Outcome<string>> {
  const known = await reading(caller, firm.workspace, async (transaction) =>
    Outcome.of({ terms: await findDomainTerms(transaction), rights: await exclusiveRights(transaction) }),
  );
  if (!known.ok) return known;
  return readings.answerTo(caller, firm, segmentationQuestion(query, known.value.terms, known.value.rights));
}
