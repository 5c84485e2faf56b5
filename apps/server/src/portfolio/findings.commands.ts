import { type FindingsAnswer, findingsAnswer, type FindingsQuery } from '@entente/contract/portfolio';
import { Outcome } from '@entente/core/kernel';
import { dayOfLastFact, findingsOf, judgedReadings, ownSideOf } from '@entente/core/portfolio';
import { type DomainTerm, termHierarchy } from '@entente/core/register';
import { type Caller, reading } from '../register/changing.commands.ts';
import { findDomainTerms } from '../register/domain-terms.store.ts';
import type { FirmQuestion, FirmReadings, Question } from './firm-readings.commands.ts';
import { parametersOf } from './portfolio.commands.ts';
import { keptReview } from './reviews.presenter.ts';
import { findReviews, type ReviewRow } from './reviews.store.ts';

/** Later than any day that is asked: a firm of which nothing is dated is read whole. */
const END_OF_TIME = '9999-12-31';

/** What the propositions read beside the register, as the caller may see it. */
type Beside = { readonly terms: readonly DomainTerm[]; readonly reviews: readonly ReviewRow[] };

const findingsQuestion = (query: FindingsQuery, { terms, reviews }: Beside): Question<FindingsAnswer> => ({
  name: 'findings',
  // Neither is part of the register's version: what was read by others is another answer.
  parameters: {
    query,
    terms: terms.map(({ dimension, term, broader }) => [dimension, term, broader]),
    reviews: reviews.map(({ id, version }) => `${id} ${version}`),
  },
  answer: findingsAnswer,
  compute: ({ register, whole, focal, snapshot }) => {
    const configuration = parametersOf(query, snapshot);
    const { population, level } = configuration;
    const day = configuration.asOf ?? dayOfLastFact(register, focal);
    const { longYears, recentYears, newPartnersAt, reviewMonths, segmentedAt, misalignedOver } = query;
    const parameters = { longYears, recentYears, newPartnersAt, reviewMonths, segmentedAt, misalignedOver };
    const read = day ?? END_OF_TIME;
    const kept = reviews.map((row) => keptReview(whole, row));
    const own = ownSideOf(register, focal);
    const joined = judgedReadings(register, own, termHierarchy(terms), kept, { population, level, day: read });
    const findings = findingsOf(register, focal, configuration, read, { parameters, joined });
    const row = focal.kind === 'house' ? whole.house(focal.id) : whole.organisation(focal.id);
    return {
      focal: { slug: row?.slug ?? focal.id, name: row?.name ?? row?.slug ?? focal.id },
      day,
      population,
      level,
      parameters,
      findings,
      sources: Object.fromEntries(whole.sources.map(({ key, title }) => [key, title])),
    };
  },
});

/** What the propositions find of a firm, as JSON. */
export async function findingsOfFirm(
  readings: FirmReadings,
  caller: Pick<Caller, 'database' | 'actor'>,
  firm: FirmQuestion,
  query: FindingsQuery,
): Promise<Outcome<string>> {
  const beside = await reading(caller, firm.workspace, async (transaction) =>
    Outcome.of({ terms: await findDomainTerms(transaction), reviews: await findReviews(transaction) }),
  );
  return beside.ok ? readings.answerTo(caller, firm, findingsQuestion(query, beside.value)) : beside;
}
