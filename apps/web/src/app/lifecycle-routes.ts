import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const lifecyclesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'lifecycles',
  validateSearch: (search: Record<string, unknown>): { view?: 'table' } =>
    search['view'] === 'table' ? { view: 'table' } : {},
  component: lazyRouteComponent(() => import('../features/lifecycle/pages/lifecycles-page.tsx'), 'LifecyclesPage'),
});

const lifecycleRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/lifecycle',
  validateSearch: (search: Record<string, unknown>): { stage?: string } =>
    typeof search['stage'] === 'string' ? { stage: search['stage'] } : {},
  component: lazyRouteComponent(() => import('../features/lifecycle/pages/lifecycle-page.tsx'), 'LifecyclePage'),
});

/** The development of alliances: every one by its stage, and one of them step by step. */
export const lifecycleRoutes = [lifecyclesRoute, lifecycleRoute] as const;
