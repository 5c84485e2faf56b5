import { createRoute } from '@tanstack/react-router';
import { PlainFrame } from './plain-frame.tsx';
import { rootRoute } from './root-route.tsx';

/** Pages that belong to no workspace stand within. */
export const plainRoute = createRoute({ getParentRoute: () => rootRoute, id: 'plain', component: PlainFrame });
