import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearchFrom } from '../features/audit/audit-search.ts';
import { discrepancySearchFrom, historySearchFrom } from '../features/evidence/evidence-search.ts';
import { networkSearchFrom } from '../features/network/network-search.ts';
import { tableSearchFrom } from '../lib/table-search.ts';
import { searchFrom, searchText } from '../lib/page-search.ts';
import { designRoutes } from './design-routes.ts';
import { terminationRoutes } from './termination-routes.ts';
import { strategyRoutes } from './strategy-routes.ts';
import { evaluationRoutes } from './evaluation-routes.ts';
import { lifecycleRoutes } from './lifecycle-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { managementRoutes } from './management-routes.ts';
import { negotiationRoutes } from './negotiation-routes.ts';
import { plainRoutes } from './plain-routes.tsx';
import { portfolioRoutes } from './portfolio-routes.tsx';
import { rootRoute } from './root-route.tsx';
import { selectionRoutes } from './selection-routes.ts';
import { sharingRoutes } from './sharing-routes.tsx';
import { workspaceRoute } from './workspace-route.tsx';

const startRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/register/pages/start-page.tsx'), 'StartPage'),
});

const alliancesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances',
  validateSearch: tableSearchFrom,
  component: lazyRouteComponent(() => import('../features/register/pages/alliances-page.tsx'), 'AlliancesPage'),
});

const allianceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug',
  component: lazyRouteComponent(() => import('./alliance-room.tsx'), 'AllianceRoom'),
});

const networkRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'network',
  validateSearch: networkSearchFrom,
  component: lazyRouteComponent(() => import('../features/network/pages/network-page.tsx'), 'NetworkPage'),
});

const partnersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'partners',
  validateSearch: tableSearchFrom,
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
  validateSearch: tableSearchFrom,
  component: lazyRouteComponent(() => import('../features/register/pages/sources-page.tsx'), 'SourcesPage'),
});

const housesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'houses',
  validateSearch: tableSearchFrom,
  component: lazyRouteComponent(() => import('../features/register/pages/houses-page.tsx'), 'HousesPage'),
});

const stakesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'stakes',
  validateSearch: tableSearchFrom,
  component: lazyRouteComponent(() => import('../features/register/pages/stakes-page.tsx'), 'StakesPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'people',
  validateSearch: tableSearchFrom,
  component: lazyRouteComponent(() => import('../features/register/pages/people-page.tsx'), 'PeoplePage'),
});

const eventsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'events',
  validateSearch: tableSearchFrom,
  component: lazyRouteComponent(() => import('../features/register/pages/events-page.tsx'), 'EventsPage'),
});

const measuresRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'measures',
  validateSearch: tableSearchFrom,
  component: lazyRouteComponent(() => import('../features/register/pages/measures-page.tsx'), 'MeasuresPage'),
});

const sourceRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'sources/$key',
  component: lazyRouteComponent(() => import('./source-room.tsx'), 'SourceRoom'),
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

const auditRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'audit',
  validateSearch: auditSearchFrom,
  component: lazyRouteComponent(() => import('../features/audit/pages/audit-page.tsx'), 'AuditPage'),
});

const customFieldsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'settings/fields',
  component: lazyRouteComponent(() => import('../features/settings/pages/custom-fields-page.tsx'), 'CustomFieldsPage'),
});

const domainTermsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'settings/domain-terms',
  component: lazyRouteComponent(() => import('../features/settings/pages/domain-terms-page.tsx'), 'DomainTermsPage'),
});

const membersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'members',
  component: lazyRouteComponent(() => import('../features/members/pages/members-page.tsx'), 'MembersPage'),
});

const cleanTeamRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'clean-team',
  component: lazyRouteComponent(() => import('../features/clean-team/pages/clean-team-page.tsx'), 'CleanTeamPage'),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'api-keys',
  component: lazyRouteComponent(() => import('../features/members/pages/api-keys-page.tsx'), 'ApiKeysPage'),
});

const signOnSettingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'settings/sign-on',
  component: lazyRouteComponent(() => import('../features/members/pages/providers-page.tsx'), 'ProvidersPage'),
});

const importStartRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'import',
  component: lazyRouteComponent(() => import('../features/import/pages/import-start-page.tsx'), 'ImportStartPage'),
});

const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'import/$id',
  validateSearch: (search: Record<string, unknown>): { only?: 'problems' } =>
    search['only'] === 'problems' ? { only: 'problems' } : {},
  component: lazyRouteComponent(() => import('../features/import/pages/import-page.tsx'), 'ImportPage'),
});

const glossaryRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'glossary',
  component: lazyRouteComponent(() => import('../features/glossary/pages/glossary-page.tsx'), 'GlossaryPage'),
});

const addition = lazyRouteComponent(() => import('../features/register/pages/new-record-page.tsx'), 'NewRecordPage');
const parent = () => workspaceRoute;

// Lists whose records have a page of their own say for themselves that `new` is none of them.
const newAllianceRoute = createRoute({
  getParentRoute: parent,
  path: 'alliances/new',
  component: addition,
});
const newPartnerRoute = createRoute({
  getParentRoute: parent,
  path: 'partners/new',
  component: addition,
});
const newSourceRoute = createRoute({
  getParentRoute: parent,
  path: 'sources/new',
  component: addition,
});
const newRecordRoute = createRoute({
  getParentRoute: parent,
  path: '$collection/new',
  component: addition,
});

const recordRoute = createRoute({
  getParentRoute: parent,
  path: '$collection/$record',
  component: lazyRouteComponent(() => import('../features/register/pages/record-page.tsx'), 'RecordPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    plainRoutes,
    workspaceRoute.addChildren([
      startRoute,
      ...overviewRoutes,
      ...portfolioRoutes,
      ...lifecycleRoutes,
      ...managementRoutes,
      ...designRoutes,
      ...negotiationRoutes,
      ...strategyRoutes,
      ...terminationRoutes,
      ...selectionRoutes,
      ...evaluationRoutes,
      alliancesRoute,
      allianceRoute,
      partnersRoute,
      networkRoute,
      partnerRoute,
      sourcesRoute,
      housesRoute,
      stakesRoute,
      peopleRoute,
      eventsRoute,
      measuresRoute,
      sourceRoute,
      historyRoute,
      changeRoute,
      discrepanciesRoute,
      glossaryRoute,
      auditRoute,
      customFieldsRoute,
      domainTermsRoute,
      membersRoute,
      cleanTeamRoute,
      apiKeysRoute,
      signOnSettingsRoute,
      ...sharingRoutes,
      importStartRoute,
      importRoute,
      newAllianceRoute,
      newPartnerRoute,
      newSourceRoute,
      newRecordRoute,
      recordRoute,
    ]),
  ]),
  parseSearch: searchFrom,
  stringifySearch: searchText,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
