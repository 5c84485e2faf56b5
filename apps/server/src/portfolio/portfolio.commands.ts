import { type PortfolioAnswer, portfolioAnswer, type PortfolioQuery } from '@entente/contract/portfolio';
import { EdtfDate } from '@entente/core/kernel';
import { type ConfigurationParameters, DEFAULT_PARAMETERS } from '@entente/core/portfolio';
import type { Snapshot } from '../register/snapshot.commands.ts';
import type { Question } from './firm-readings.commands.ts';
import { portfolioAnswerOf } from './portfolio.presenter.ts';

/** The parameters of a query, with the workspace's own population where it names none. */
export function parametersOf(query: PortfolioQuery, snapshot: Snapshot): ConfigurationParameters {
  const day = query.asOf === undefined ? null : EdtfDate.asOf(query.asOf);
  return {
    ...DEFAULT_PARAMETERS,
    population: query.population ?? snapshot.workspace.defaultPopulation,
    window: query.window,
    scopeAt: query.scopeAt,
    shapingAt: query.shapingAt,
    level: query.level,
    asOf: day?.ok ? day.value : null,
  };
}

/** Where a firm's portfolio stands through time. */
export const portfolioQuestion = (query: PortfolioQuery): Question<PortfolioAnswer> => ({
  name: 'portfolio',
  parameters: query,
  answer: portfolioAnswer,
  compute: ({ register, whole, focal, snapshot }) =>
    portfolioAnswerOf(register, whole, focal, parametersOf(query, snapshot)),
});
