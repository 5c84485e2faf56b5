import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from './workspace-route.tsx';

const ofAlliance = (search: Record<string, unknown>): { alliance?: string } =>
  typeof search['alliance'] === 'string' ? { alliance: search['alliance'] } : {};

const roomsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'partner-rooms',
  validateSearch: ofAlliance,
  component: lazyRouteComponent(() => import('../features/sharing/pages/partner-rooms-page.tsx'), 'PartnerRoomsPage'),
});

const newRoomRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'partner-rooms/new',
  validateSearch: ofAlliance,
  component: lazyRouteComponent(() => import('../features/sharing/pages/new-room-page.tsx'), 'NewRoomPage'),
});

const guestsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'partner-rooms/guests',
  component: lazyRouteComponent(() => import('../features/sharing/pages/guests-page.tsx'), 'GuestsPage'),
});

const roomRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'partner-rooms/$publication',
  validateSearch: (search: Record<string, unknown>): { as?: string } =>
    typeof search['as'] === 'string' ? { as: search['as'] } : {},
  component: lazyRouteComponent(() => import('../features/sharing/pages/room-page.tsx'), 'RoomPage'),
});

/** What is published to partners and who their guests are, from the side of the members. */
export const sharingRoutes = [roomsRoute, newRoomRoute, guestsRoute, roomRoute] as const;
