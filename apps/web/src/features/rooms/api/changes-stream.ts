import { roomRoutes, roomsChanged } from '@entente/contract/sharing';

/** Told what the stream of changes says. */
export type ChangesListener = {
  /** From now on nothing is missed; what changed before is to be read. */
  readonly onOpen: () => void;
  readonly onRooms: (rooms: readonly string[]) => void;
  /** Nothing is heard until it opens again. */
  readonly onLost: () => void;
};

/** How soon a stream that was refused is asked for again; one that broke, the browser asks for itself. */
const ASK_AGAIN_MS = 5_000;

function readRooms(data: unknown): readonly string[] {
  try {
    return roomsChanged.parse(JSON.parse(String(data))).rooms;
  } catch {
    return [];
  }
}

/** Listens to which of the reader's rooms change. @returns what ends it */
export function listenToChanges({ onOpen, onRooms, onLost }: ChangesListener): () => void {
  let waiting: number | undefined;
  let source: EventSource | null = null;
  const ask = (): void => {
    const asked = new EventSource(roomRoutes.changes.path);
    source = asked;
    asked.addEventListener('open', onOpen);
    asked.addEventListener('rooms', (event: MessageEvent<unknown>) => onRooms(readRooms(event.data)));
    asked.addEventListener('error', () => {
      onLost();
      if (asked.readyState === EventSource.CLOSED) waiting = window.setTimeout(ask, ASK_AGAIN_MS);
    });
  };
  ask();
  return () => {
    window.clearTimeout(waiting);
    source?.close();
  };
}
