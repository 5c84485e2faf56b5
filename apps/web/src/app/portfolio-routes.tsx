import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const PORTFOLIO_PARAMETERS = ['population', 'sources', 'window', 'scopeAt', 'shapingAt', 'level'] as const;
type PortfolioSearch = Partial<Record<(typeof PORTFOLIO_PARAMETERS)[number], string>>;

const portfolioRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'organisations/$slug/portfolio',
  validateSearch: (search: Record<string, unknown>): PortfolioSearch =>
    Object.fromEntries(
      PORTFOLIO_PARAMETERS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  component: lazyRouteComponent(() => import('../features/portfolio/pages/portfolio-page.tsx'), 'PortfolioPage'),
});

/** The sections of a firm's portfolio, each a page of its own. */
export const portfolioRoutes = [portfolioRoute] as const;
