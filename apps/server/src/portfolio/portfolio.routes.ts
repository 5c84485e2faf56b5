import { Readable } from 'node:stream';
import {
  candidateScreensRoutes,
  findingsRoutes,
  type FirmYearsQuery,
  measureInputsRoutes,
  measuresRoutes,
  networkTiesRoutes,
  type PanelQuery,
  panelRoutes,
  type PortfolioQuery,
  portfolioRoutes,
  segmentationRoutes,
  type WhatIfQuestion,
  whatIfRoutes,
} from '@entente/contract/portfolio';
import type { Route } from '@entente/contract/problem';
import { Outcome } from '@entente/core/kernel';
import type { FastifyReply } from 'fastify';
import type { ZodType } from 'zod';
import type { Room } from '../platform/http.ts';
import type { Caller } from '../register/changing.commands.ts';
import { type Mount, mounting, sendBody } from '../register/mounting.routes.ts';
import { Snapshots } from '../register/snapshot.commands.ts';
import { mountCandidateMoves } from './candidate-moves.routes.ts';
import { candidateScreensOfFirm } from './candidate-screens.commands.ts';
import { findingsOfFirm } from './findings.commands.ts';
import { type FirmQuestion, FirmReadings, type Question } from './firm-readings.commands.ts';
import { measureInputsQuestion, measuresQuestion } from './measures.commands.ts';
import { networkTiesQuestion } from './network-ties.commands.ts';
import { exportPanel, firmYearsQuestion } from './panel.commands.ts';
import { PanelDesk } from './panel-desk.ts';
import { portfolioQuestion } from './portfolio.commands.ts';
import { mountReviews } from './reviews.routes.ts';
import { segmentationOfFirm } from './segmentation.commands.ts';
import { whatIfOfFirm } from './what-if.commands.ts';

/** JSON that was judged and written when it was computed goes out as it is. */
const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((written: string) => written)
    .send(text);

type AskedSources = { readonly sources?: readonly string[] | undefined };
/** Routes of one reading, by the kind of firm, whose query the contract judges to be Q. */
type OfFirms<Q> = Readonly<Record<'organisation' | 'house', Route & { readonly query: ZodType<Q> }>>;

/** Mounts what is read of one firm, be it an organisation or a house. */
function mountOfFirms<Q extends AskedSources>(
  mount: Mount,
  routes: OfFirms<Q>,
  answer: (caller: Caller, question: FirmQuestion, asked: Q) => Promise<Outcome<string>>,
): void {
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      routes[kind],
      ({ caller, params, query }) => {
        const asked = query as Q;
        const { workspace = '', record: firm = '' } = params;
        return answer(caller, { workspace, kind, firm, sources: asked.sources ?? null }, asked);
      },
      sendText,
    );
  }
}

const PANEL_TYPES = { csv: 'text/csv; charset=utf-8', parquet: 'application/vnd.apache.parquet' } as const;

/** What is read of every firm of a workspace. */
function mountPanel(mount: Mount, readings: FirmReadings, desk: PanelDesk): void {
  mount(
    panelRoutes.firmYears,
    ({ caller, params, query }) => {
      const asked = query as FirmYearsQuery;
      const about = { workspace: params['workspace'] ?? '', sources: asked.sources ?? null };
      return readings.answerAbout(caller, about, firmYearsQuestion(asked));
    },
    sendText,
  );
  mount(
    panelRoutes.panel,
    async ({ caller, params, query }) => {
      const asked = query as PanelQuery;
      const parts = await exportPanel(readings, desk, caller, params['workspace'] ?? '', asked);
      return parts.ok ? Outcome.of({ format: asked.format, parts: parts.value }) : parts;
    },
    (reply, { format, parts }) =>
      reply
        .header('content-disposition', `attachment; filename="panel.${format}"`)
        .type(PANEL_TYPES[format])
        .send(Readable.from(parts, { objectMode: false })),
  );
}

/** What candidate moves would change: asked with them, and not kept. */
function mountWhatIf(mount: Mount, readings: FirmReadings): void {
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      whatIfRoutes[kind],
      ({ caller, params, query, body }) => {
        const asked = query as PortfolioQuery;
        const { workspace = '', record: firm = '' } = params;
        const question = { workspace, kind, firm, sources: asked.sources ?? null };
        return whatIfOfFirm(readings, caller, question, asked, body as WhatIfQuestion);
      },
      sendBody,
    );
  }
}

/** Portfolios over HTTP, as the contract says it. */
export const portfolioRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  const readings = new FirmReadings(new Snapshots());
  const desk = new PanelDesk();
  app.addHook('onClose', () => desk.close());
  const mountQuestion = <Q extends AskedSources, A>(routes: OfFirms<Q>, question: (asked: Q) => Question<A>): void => {
    mountOfFirms(mount, routes, (caller, about, asked) => readings.answerTo(caller, about, question(asked)));
  };
  mountQuestion(portfolioRoutes, portfolioQuestion);
  mountQuestion(networkTiesRoutes, networkTiesQuestion);
  mountQuestion(measuresRoutes, measuresQuestion);
  mountQuestion(measureInputsRoutes, measureInputsQuestion);
  mountOfFirms(mount, findingsRoutes, (caller, about, asked) => findingsOfFirm(readings, caller, about, asked));
  mountOfFirms(mount, segmentationRoutes, (caller, about, asked) => segmentationOfFirm(readings, caller, about, asked));
  mountOfFirms(mount, candidateScreensRoutes, (caller, about, asked) =>
    candidateScreensOfFirm(readings, caller, about, asked),
  );
  mountWhatIf(mount, readings);
  mountCandidateMoves(mount, readings);
  mountReviews(mount, readings, sendText);
  mountPanel(mount, readings, desk);
  return Promise.resolve();
};
