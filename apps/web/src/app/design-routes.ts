import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { obligationSearchFrom } from '../lib/obligation-search.ts';
import { workspaceRoute } from './workspace-route.tsx';

/** The question of the look-up "who approves this?". */
type Asked = { matter?: string; amount?: string };

const designRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/design',
  validateSearch: ({ matter, amount }: Record<string, unknown>): Asked => ({
    ...(typeof matter === 'string' && { matter }),
    ...((typeof amount === 'string' || typeof amount === 'number') && { amount: String(amount) }),
  }),
  component: lazyRouteComponent(() => import('../features/design/pages/design-page.tsx'), 'DesignPage'),
});

const allianceObligationsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/obligations',
  component: lazyRouteComponent(
    () => import('../features/design/pages/alliance-obligations-page.tsx'),
    'AllianceObligationsPage',
  ),
});

const obligationsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'obligations',
  validateSearch: obligationSearchFrom,
  component: lazyRouteComponent(() => import('../features/design/pages/obligations-page.tsx'), 'ObligationsPage'),
});

/** How alliances are set up, and what their sides have undertaken. */
export const designRoutes = [designRoute, allianceObligationsRoute, obligationsRoute] as const;
