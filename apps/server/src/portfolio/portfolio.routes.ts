import {
  type FindingsQuery,
  findingsRoutes,
  type PortfolioQuery,
  portfolioRoutes,
  type WhatIfQuestion,
  whatIfRoutes,
} from '@entente/contract/portfolio';
import type { FastifyReply } from 'fastify';
import type { Room } from '../platform/http.ts';
import { mounting, sendBody } from '../register/mounting.routes.ts';
import { Snapshots } from '../register/snapshot.commands.ts';
import { findingsQuestion } from './findings.commands.ts';
import { FirmReadings } from './firm-readings.commands.ts';
import { portfolioQuestion } from './portfolio.commands.ts';
import { whatIfAnswerTo } from './what-if.commands.ts';

/** JSON that was judged and written when it was computed goes out as it is. */
const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((written: string) => written)
    .send(text);

/** Portfolios over HTTP, as the contract says it. */
export const portfolioRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  const readings = new FirmReadings(new Snapshots());
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      portfolioRoutes[kind],
      ({ caller, params, query }) => {
        const asked = query as PortfolioQuery;
        const { workspace = '', record: firm = '' } = params;
        const question = { workspace, kind, firm, sources: asked.sources ?? null };
        return readings.answerTo(caller, question, portfolioQuestion(asked));
      },
      sendText,
    );
  }
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      findingsRoutes[kind],
      ({ caller, params, query }) => {
        const asked = query as FindingsQuery;
        const { workspace = '', record: firm = '' } = params;
        const question = { workspace, kind, firm, sources: asked.sources ?? null };
        return readings.answerTo(caller, question, findingsQuestion(asked));
      },
      sendText,
    );
  }
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      whatIfRoutes[kind],
      async ({ caller, params, query, body }) => {
        const asked = query as PortfolioQuery;
        const { workspace = '', record: firm = '' } = params;
        const read = await readings.readingOf(caller, { workspace, kind, firm, sources: asked.sources ?? null });
        return read.ok ? whatIfAnswerTo(read.value, asked, body as WhatIfQuestion, caller.today) : read;
      },
      sendBody,
    );
  }
  return Promise.resolve();
};
