import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListeningContext, useListener, useListening } from '../api/listening.ts';
import { roomQuery, roomsQuery } from '../api/room-requests.ts';

/** Whatever stands within hears of changes, over one connection. */
export function RoomListener({ children }: { readonly children: ReactNode }) {
  return <ListeningContext value={useListener()}>{children}</ListeningContext>;
}

/** How often the list is read while nothing is heard. */
const ASK_EVERY_MS = 2_000;

/** The rooms that are open to the reader, as they stand. */
export function useRooms() {
  const listening = useListening();
  return useQuery({
    ...roomsQuery,
    enabled: listening !== 'opening',
    refetchInterval: listening === 'lost' ? ASK_EVERY_MS : false,
  });
}

/** A room as it stands, and whether nobody can say how it does. */
export function useRoom(room: string) {
  const listening = useListening();
  const rooms = useRooms();
  const found = useQuery({ ...roomQuery(room), enabled: listening !== 'opening' });
  const listed = rooms.data?.items.find(({ id }) => id === room);
  // While nothing is heard the list alone is asked, since reading a room is told to whoever shares it.
  const isMissed = listening === 'lost' && rooms.isSuccess && listed === undefined && typeof found.data === 'object';
  return {
    data: isMissed ? ('closed' as const) : found.data,
    error: found.error,
    refetch: found.refetch,
    isAway: listening === 'lost' && rooms.isError,
  };
}
