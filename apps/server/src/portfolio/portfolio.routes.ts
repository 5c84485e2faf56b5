import { type PortfolioQuery, portfolioRoutes } from '@entente/contract/portfolio';
import type { FastifyReply } from 'fastify';
import type { Room } from '../platform/http.ts';
import { mounting } from '../register/mounting.routes.ts';
import { Snapshots } from '../register/snapshot.commands.ts';
import { Portfolios } from './portfolio.commands.ts';

/** JSON that was judged and written when it was computed goes out as it is. */
const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((written: string) => written)
    .send(text);

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
      sendText,
    );
  }
  return Promise.resolve();
};
