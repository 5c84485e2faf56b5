import { type SegmentationAnswer, segmentationAnswer, type SegmentationQuery } from '@entente/contract/portfolio';
import { EdtfDate, Outcome } from '@entente/core/kernel';
import { dayToRead, ownSideOf, segmentationReport } from '@entente/core/portfolio';
import { type DomainTerm, termHierarchy } from '@entente/core/register';
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
): Question<SegmentationAnswer> => ({
  name: 'segmentation',
  // The classification is no part of the register's version: what was read by another one is another answer.
  parameters: {
    population,
    level,
    asOf,
    terms: terms.map(({ dimension, term, broader }) => [dimension, term, broader]),
  },
  answer: segmentationAnswer,
  compute: ({ register, whole, focal, snapshot }) => {
    const own = ownSideOf(register, focal);
    const report = segmentationReport(register, focal, own, termHierarchy(terms), {
      population: population ?? snapshot.workspace.defaultPopulation,
      level,
      day: dayToRead(register, own, askedDay(asOf)),
    });
    return { ...report, choosable: sourcesOf(whole) };
  },
});

/** Where the alliances of a firm collide by the workspace's classification, who else supplies it, and who diverts; as JSON. */
export async function segmentationOfFirm(
  readings: FirmReadings,
  caller: Pick<Caller, 'database' | 'actor'>,
  firm: FirmQuestion,
  query: SegmentationQuery,
): Promise<Outcome<string>> {
  const terms = await reading(caller, firm.workspace, async (transaction) =>
    Outcome.of(await findDomainTerms(transaction)),
  );
  return terms.ok ? readings.answerTo(caller, firm, segmentationQuestion(query, terms.value)) : terms;
}
