import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const strategyRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/strategy',
  component: lazyRouteComponent(() => import('../features/strategy/pages/strategy-page.tsx'), 'StrategyPage'),
});

/** Strategy formation of an alliance. */
export const strategyRoutes = [strategyRoute] as const;
