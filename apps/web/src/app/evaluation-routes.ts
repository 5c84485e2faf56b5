import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const evaluationRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/evaluation',
  component: lazyRouteComponent(() => import('../features/evaluation/pages/evaluation-page.tsx'), 'EvaluationPage'),
});

/** The evaluation of an alliance. */
export const evaluationRoutes = [evaluationRoute] as const;
