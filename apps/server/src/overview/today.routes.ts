import { type TodayQuery, todayRoutes } from '@entente/contract/overview';
import type { Room } from '../platform/http.ts';
import { mounting, sendBody } from '../register/mounting.routes.ts';
import { readToday } from './today.commands.ts';

/** What is due over HTTP, as the contract says it. */
export const overviewRoom: Room = (app, context) => {
  mounting(app, context)(
    todayRoutes.today,
    ({ caller, params, query }) => readToday(caller, params['workspace'] ?? '', query as TodayQuery),
    sendBody,
  );
  return Promise.resolve();
};
