import { z } from 'zod';
import { reference } from '../field/index.ts';
import { portfolioAnswer, portfolioQuery } from '../portfolio/index.ts';
import type { Route } from '../problem/index.ts';
import { changeRoutes, COLLECTIONS, recordPageRoutes, workspaceRoutes } from '../register/index.ts';

const portfolio: Route = {
  id: 'getPortfolio',
  method: 'get',
  path: '/api/v1/workspaces/{workspace}/organisations/{record}/portfolio',
  subject: 'portfolio',
  summary: 'Compute the configuration of a firm’s alliance portfolio through time',
  permission: 'register.read',
  params: z.object({ workspace: reference, record: reference }),
  query: portfolioQuery,
  headers: null,
  body: null,
  status: 200,
  answer: portfolioAnswer,
  problems: ['workspace-not-found', 'record-not-found'],
};

/** Every operation of the API, in the order of the reference page. */
export const ROUTES: readonly Route[] = [
  ...Object.values(workspaceRoutes),
  ...Object.values(COLLECTIONS).flatMap((collection) => Object.values<Route>(collection.routes)),
  ...Object.values(recordPageRoutes),
  ...Object.values(changeRoutes),
  portfolio,
];
