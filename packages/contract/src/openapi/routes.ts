import { portfolioRoutes } from '../portfolio/index.ts';
import type { Route } from '../problem/index.ts';
import { changeRoutes, COLLECTIONS, recordPageRoutes, searchRoutes, workspaceRoutes } from '../register/index.ts';

/** Every operation of the API, in the order of the reference page. */
export const ROUTES: readonly Route[] = [
  ...Object.values(workspaceRoutes),
  ...Object.values(COLLECTIONS).flatMap((collection) => Object.values<Route>(collection.routes)),
  ...Object.values(recordPageRoutes),
  ...Object.values(searchRoutes),
  ...Object.values(changeRoutes),
  ...Object.values(portfolioRoutes),
];
