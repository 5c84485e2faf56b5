import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { calendarSearchFrom } from '../features/management/calendar-search.ts';
import { workspaceRoute } from './workspace-route.tsx';

const managementRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/management',
  component: lazyRouteComponent(() => import('../features/management/pages/management-page.tsx'), 'ManagementPage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'calendar',
  validateSearch: calendarSearchFrom,
  component: lazyRouteComponent(() => import('../features/management/pages/calendar-page.tsx'), 'CalendarPage'),
});

const workloadRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'workload',
  component: lazyRouteComponent(() => import('../features/management/pages/workload-page.tsx'), 'WorkloadPage'),
});

/** The day-to-day of alliances: of one, in the calendar of all, and by who holds what. */
export const managementRoutes = [managementRoute, calendarRoute, workloadRoute] as const;
