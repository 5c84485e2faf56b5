import { Readable } from 'node:stream';
import {
  type FirmYearsQuery,
  type MeasureInputsQuery,
  measureInputsRoutes,
  type MeasuresQuery,
  measuresRoutes,
  type NetworkTiesQuery,
  networkTiesRoutes,
  type PanelQuery,
  panelRoutes,
  type PortfolioQuery,
  portfolioRoutes,
} from '@entente/contract/portfolio';
import type { FastifyReply } from 'fastify';
import type { Room } from '../platform/http.ts';
import { type Mount, mounting } from '../register/mounting.routes.ts';
import { Snapshots } from '../register/snapshot.commands.ts';
import { FirmReadings } from './firm-readings.commands.ts';
import { networkTiesQuestion } from './network-ties.commands.ts';
import { measureInputsQuestion, measuresQuestion } from './measures.commands.ts';
import { exportPanel, firmYearsQuestion } from './panel.commands.ts';
import { portfolioQuestion } from './portfolio.commands.ts';

/** JSON that was judged and written when it was computed goes out as it is. */
const sendText = (reply: FastifyReply, text: string): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .serializer((written: string) => written)
    .send(text);

/** Measures a year: of one firm, and of every firm of a workspace. */
function mountMeasures(mount: Mount, readings: FirmReadings): void {
  for (const kind of ['organisation', 'house'] as const) {
    mount(
      measuresRoutes[kind],
      ({ caller, params, query }) => {
        const asked = query as MeasuresQuery;
        const { workspace = '', record: firm = '' } = params;
        const question = { workspace, kind, firm, sources: asked.sources ?? null };
        return readings.answerTo(caller, question, measuresQuestion(asked));
      },
      sendText,
    );
    mount(
      measureInputsRoutes[kind],
      ({ caller, params, query }) => {
        const asked = query as MeasureInputsQuery;
        const { workspace = '', record: firm = '' } = params;
        const question = { workspace, kind, firm, sources: asked.sources ?? null };
        return readings.answerTo(caller, question, measureInputsQuestion(asked));
      },
      sendText,
    );
  }
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
    ({ caller, params, query }) => exportPanel(readings, caller, params['workspace'] ?? '', query as PanelQuery),
    (reply, parts) =>
      reply
        .header('content-disposition', 'attachment; filename="panel.csv"')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(parts)),
  );
}

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
      networkTiesRoutes[kind],
      ({ caller, params, query }) => {
        const asked = query as NetworkTiesQuery;
        const { workspace = '', record: firm = '' } = params;
        const question = { workspace, kind, firm, sources: asked.sources ?? null };
        return readings.answerTo(caller, question, networkTiesQuestion(asked));
      },
      sendText,
    );
  }
  mountMeasures(mount, readings);
  return Promise.resolve();
};
