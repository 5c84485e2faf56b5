import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const PORTFOLIO_PARAMETERS = ['population', 'sources', 'window', 'scopeAt', 'shapingAt', 'level'] as const;
type PortfolioSearch = Partial<Record<(typeof PORTFOLIO_PARAMETERS)[number], string>>;

const portfolioSearch = (search: Record<string, unknown>): PortfolioSearch =>
  Object.fromEntries(
    PORTFOLIO_PARAMETERS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  );

const portfolioRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'organisations/$slug/portfolio',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(() => import('../features/portfolio/pages/portfolio-page.tsx'), 'PortfolioPage'),
});

const findingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'organisations/$slug/portfolio/findings',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(() => import('../features/portfolio/pages/findings-page.tsx'), 'FindingsPage'),
});

const whatIfRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'organisations/$slug/portfolio/what-if',
  validateSearch: (search: Record<string, unknown>): PortfolioSearch & { moves?: string; aims?: string } => ({
    ...portfolioSearch(search),
    ...(typeof search['moves'] === 'string' && { moves: search['moves'] }),
    ...(typeof search['aims'] === 'string' && { aims: search['aims'] }),
  }),
  component: lazyRouteComponent(() => import('../features/portfolio/pages/what-if-page.tsx'), 'WhatIfPage'),
});

/** The sections of a firm's portfolio, each a page of its own. */
export const portfolioRoutes = [portfolioRoute, findingsRoute, whatIfRoute] as const;
