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

const MEASURE_PARAMETERS = ['population', 'sources', 'level'] as const;
type MeasureSearch = Partial<Record<(typeof MEASURE_PARAMETERS)[number], string>>;

const measureSearch = (search: Record<string, unknown>): MeasureSearch =>
  Object.fromEntries(
    MEASURE_PARAMETERS.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
    }),
  );

const measuresRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'organisations/$slug/portfolio/measures',
  validateSearch: measureSearch,
  component: lazyRouteComponent(() => import('../features/portfolio/pages/measures-page.tsx'), 'MeasuresPage'),
});

const MEASURE_GROUPS = ['size', 'partners', 'diversity', 'balance', 'network'] as const;
type FirmYearsSearch = MeasureSearch & { group?: (typeof MEASURE_GROUPS)[number] };

const firmYearsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'firm-years',
  validateSearch: (search: Record<string, unknown>): FirmYearsSearch => {
    const group = MEASURE_GROUPS.find((each) => each === search['group']);
    return { ...measureSearch(search), ...(group !== undefined && group !== 'size' && { group }) };
  },
  component: lazyRouteComponent(() => import('../features/portfolio/pages/firm-years-page.tsx'), 'FirmYearsPage'),
});

const segmentationRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'organisations/$slug/portfolio/segmentation',
  validateSearch: measureSearch,
  component: lazyRouteComponent(() => import('../features/portfolio/pages/segmentation-page.tsx'), 'SegmentationPage'),
});

const REVIEW_PARAMETERS = ['alertAbove', 'everyMonths'] as const;
type ReviewSearch = Partial<Record<(typeof REVIEW_PARAMETERS)[number], string>>;

const firmReviewsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'organisations/$slug/portfolio/reviews',
  validateSearch: (search: Record<string, unknown>): ReviewSearch =>
    Object.fromEntries(
      REVIEW_PARAMETERS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
  component: lazyRouteComponent(() => import('../features/portfolio/pages/firm-reviews-page.tsx'), 'FirmReviewsPage'),
});

const allianceReviewsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/reviews',
  component: lazyRouteComponent(
    () => import('../features/portfolio/pages/alliance-reviews-page.tsx'),
    'AllianceReviewsPage',
  ),
});

const reviewRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/reviews/$review',
  component: lazyRouteComponent(() => import('../features/portfolio/pages/review-page.tsx'), 'ReviewPage'),
});

/** The sections of a firm's portfolio, each a page of its own, and what is read of every firm. */
export const portfolioRoutes = [
  portfolioRoute,
  findingsRoute,
  whatIfRoute,
  measuresRoute,
  firmYearsRoute,
  segmentationRoute,
  firmReviewsRoute,
  allianceReviewsRoute,
  reviewRoute,
] as const;
