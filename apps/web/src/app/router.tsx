import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { discrepancySearchFrom, historySearchFrom } from '../features/evidence/evidence-search.ts';
import { workspacesQuery } from '../features/register/api/register-queries.ts';
import { type PageSearch, pageSearchFrom, searchFrom, searchText } from '../lib/page-search.ts';
import { NoWorkspace } from './no-workspace.tsx';
import { PageFailure, PageMissing } from './page-failure.tsx';
import { queryClient } from './query-client.ts';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>): PageSearch => pageSearchFrom(search),
  search: { middlewares: [retainSearchParams(['asOf', 'focal'])] },
  errorComponent: PageFailure,
  notFoundComponent: PageMissing,
});

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: NoWorkspace,
  errorComponent: PageFailure,
  loader: async () => {
    const [workspace] = (await queryClient.query({ ...workspacesQuery, staleTime: 'static' })).items;
    if (workspace) redirect({ throw: true, to: '/w/$workspace', params: { workspace: workspace.slug }, replace: true });
  },
});

const workspaceRoute = createRoute({ getParentRoute: () => rootRoute, path: 'w/$workspace', component: Shell });

const startRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/register/pages/start-page.tsx'), 'StartPage'),
});

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

const alliancesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances',
  component: lazyRouteComponent(() => import('../features/register/pages/alliances-page.tsx'), 'AlliancesPage'),
});

const allianceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug',
  component: lazyRouteComponent(() => import('../features/register/pages/alliance-page.tsx'), 'AlliancePage'),
});

const partnersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'partners',
  component: lazyRouteComponent(() => import('../features/register/pages/partners-page.tsx'), 'PartnersPage'),
});

const partnerRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'partners/$slug',
  component: lazyRouteComponent(() => import('../features/register/pages/partner-page.tsx'), 'PartnerPage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'sources',
  component: lazyRouteComponent(() => import('../features/evidence/pages/sources-page.tsx'), 'SourcesPage'),
});

const sourceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'sources/$key',
  component: lazyRouteComponent(() => import('../features/evidence/pages/source-page.tsx'), 'SourcePage'),
});

const discrepanciesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'discrepancies',
  validateSearch: discrepancySearchFrom,
  component: lazyRouteComponent(() => import('../features/evidence/pages/discrepancies-page.tsx'), 'DiscrepanciesPage'),
});

const historyRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'history',
  validateSearch: historySearchFrom,
  component: lazyRouteComponent(() => import('../features/evidence/pages/history-page.tsx'), 'HistoryPage'),
});

const changeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'history/$change',
  component: lazyRouteComponent(() => import('../features/evidence/pages/change-page.tsx'), 'ChangePage'),
});

const customFieldsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'settings/fields',
  component: lazyRouteComponent(() => import('../features/settings/pages/custom-fields-page.tsx'), 'CustomFieldsPage'),
});

const glossaryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'glossary',
  component: lazyRouteComponent(() => import('../features/glossary/pages/glossary-page.tsx'), 'GlossaryPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    indexRoute,
    workspaceRoute.addChildren([
      startRoute,
      portfolioRoute,
      alliancesRoute,
      allianceRoute,
      partnersRoute,
      partnerRoute,
      sourcesRoute,
      sourceRoute,
      historyRoute,
      changeRoute,
      discrepanciesRoute,
      glossaryRoute,
      customFieldsRoute,
    ]),
  ]),
  parseSearch: searchFrom,
  stringifySearch: searchText,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
