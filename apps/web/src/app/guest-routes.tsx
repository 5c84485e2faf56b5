import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { RoomListener } from '../features/rooms/components/room-listener.tsx';
import { plainRoute } from './plain-route.tsx';

/** One connection listens for all pages of rooms. */
function Rooms() {
  return (
    <RoomListener>
      <Outlet />
    </RoomListener>
  );
}

const parent = createRoute({ getParentRoute: () => plainRoute, path: 'rooms', component: Rooms });

const listRoute = createRoute({
  getParentRoute: () => parent,
  path: '/',
  component: lazyRouteComponent(() => import('../features/rooms/pages/rooms-page.tsx'), 'RoomsPage'),
});

const roomRoute = createRoute({
  getParentRoute: () => parent,
  path: '$room',
  component: lazyRouteComponent(() => import('./guest-room.tsx'), 'GuestRoom'),
});

/** What firms show to their guests. */
export const guestRoutes = parent.addChildren([listRoute, roomRoute]);
