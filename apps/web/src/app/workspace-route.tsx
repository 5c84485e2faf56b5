import { createRoute } from '@tanstack/react-router';
import { NothingHere } from './page-failure.tsx';
import { rootRoute } from './root-route.tsx';
import { Shell } from './shell.tsx';

export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'w/$workspace',
  component: Shell,
  notFoundComponent: NothingHere,
});
