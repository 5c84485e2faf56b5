import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const negotiationRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'alliances/$slug/negotiation',
  component: lazyRouteComponent(() => import('../features/negotiation/pages/negotiation-page.tsx'), 'NegotiationPage'),
});

/** What is negotiated with the partners of an alliance, and the term sheet. */
export const negotiationRoutes = [negotiationRoute] as const;
