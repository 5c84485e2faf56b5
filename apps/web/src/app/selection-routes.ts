import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const selectionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/selection',
  component: lazyRouteComponent(() => import('../features/selection/pages/selection-page.tsx'), 'SelectionPage'),
});

/** The choice of a partner for an alliance. */
export const selectionRoutes = [selectionRoute] as const;
