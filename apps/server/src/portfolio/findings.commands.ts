import { type FindingsAnswer, findingsAnswer, type FindingsQuery } from '@entente/contract/portfolio';
import { dayOfLastFact, findingsOf } from '@entente/core/portfolio';
import type { Question } from './firm-readings.commands.ts';
import { parametersOf } from './portfolio.commands.ts';

/** Later than any day that is asked: a firm of which nothing is dated is read whole. */
const END_OF_TIME = '9999-12-31';

/** What the propositions find of a firm. */
export const findingsQuestion = (query: FindingsQuery): Question<FindingsAnswer> => ({
  name: 'findings',
  parameters: query,
  answer: findingsAnswer,
  compute: ({ register, whole, focal, snapshot }) => {
    const configuration = parametersOf(query, snapshot);
    const day = configuration.asOf ?? dayOfLastFact(register, focal);
    const { longYears, recentYears, newPartnersAt, reviewMonths, segmentedAt, misalignedOver } = query;
    const parameters = { longYears, recentYears, newPartnersAt, reviewMonths, segmentedAt, misalignedOver };
    const findings = findingsOf(register, focal, configuration, day ?? END_OF_TIME, { parameters });
    const row = focal.kind === 'house' ? whole.house(focal.id) : whole.organisation(focal.id);
    const { population, level } = configuration;
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
