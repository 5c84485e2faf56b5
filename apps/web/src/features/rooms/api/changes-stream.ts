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
/** The server speaks every five seconds, if only to say that it is there. */
const SILENT_MS = 12_000;

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
  let silence: number | undefined;
  let source: EventSource | null = null;

  const askIn = (milliseconds: number): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, milliseconds);
  };
  /** Whoever sleeps, or has lost the network, is told by nobody that the connection is dead. */
  const heard = (): void => {
    window.clearTimeout(silence);
    silence = window.setTimeout(() => lose(0), SILENT_MS);
  };
  const lose = (askAgainIn: number): void => {
    window.clearTimeout(silence);
    source?.close();
    source = null;
    onLost();
    askIn(askAgainIn);
  };
  const ask = (): void => {
    const asked = new EventSource(roomRoutes.changes.path);
    source = asked;
    heard();
    asked.addEventListener('open', () => {
      heard();
      onOpen();
    });
    asked.addEventListener('beat', heard);
    asked.addEventListener('rooms', (event: MessageEvent<unknown>) => {
      heard();
      onRooms(readRooms(event.data));
    });
    asked.addEventListener('error', () => {
      if (asked.readyState === EventSource.CLOSED) lose(ASK_AGAIN_MS);
      else onLost();
    });
  };
  const offline = (): void => lose(ASK_AGAIN_MS);
  const online = (): void => {
    if (source === null) askIn(0);
  };
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  ask();
  return () => {
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
    window.clearTimeout(waiting);
    window.clearTimeout(silence);
    source?.close();
  };
}
