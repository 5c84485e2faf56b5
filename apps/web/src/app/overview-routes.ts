import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { todaySearchFrom } from '../features/overview/today-search.ts';
import { workspaceRoute } from './workspace-route.tsx';

const todayRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'today',
  validateSearch: todaySearchFrom,
  component: lazyRouteComponent(() => import('../features/overview/pages/today-page.tsx'), 'TodayPage'),
});

/** What joins the rooms. */
export const overviewRoutes = [todayRoute] as const;
