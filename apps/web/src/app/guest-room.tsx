import { RoomPage } from '../features/rooms/pages/room-page.tsx';
import { RoomContentTables } from '../features/sharing/components/room-content.tsx';

/** A room as its guests see it, with the same tables as the firm's preview of it. */
export function GuestRoom() {
  return <RoomPage contentOf={(content) => <RoomContentTables content={content} />} />;
}
