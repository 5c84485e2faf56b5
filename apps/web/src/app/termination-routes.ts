import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const terminationRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/termination',
  component: lazyRouteComponent(() => import('../features/termination/pages/termination-page.tsx'), 'TerminationPage'),
});

const lessonsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'lessons',
  component: lazyRouteComponent(() => import('../features/termination/pages/lessons-page.tsx'), 'LessonsPage'),
});

/** Termination of an alliance, and what all of them have taught. */
export const terminationRoutes = [terminationRoute, lessonsRoute] as const;
