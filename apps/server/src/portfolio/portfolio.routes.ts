import { type PortfolioQuery, portfolioRoutes } from '@entente/contract/portfolio';
import type { Room } from '../platform/http.ts';
import { mounting, sendBody } from '../register/mounting.routes.ts';
import { Snapshots } from '../register/snapshot.commands.ts';
import { Portfolios } from './portfolio.commands.ts';

/** Portfolios over HTTP, as the contract says it. */
export const portfolioRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  const portfolios = new Portfolios(new Snapshots());
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      portfolioRoutes[kind],
      ({ caller, params, query }) =>
        portfolios.portfolioOf(caller, {
          workspace: params['workspace'] ?? '',
          kind,
          firm: params['record'] ?? '',
          query: query as PortfolioQuery,
        }),
      sendBody,
    );
  }
  return Promise.resolve();
};
