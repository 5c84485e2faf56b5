import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState } from 'react';
import { listenToChanges } from './changes-stream.ts';
import { roomKey, roomListKey, roomsKey } from './room-requests.ts';

/** Whether this page hears of changes: it is about to, it does, or it does not at the moment. */
export type Listening = 'opening' | 'open' | 'lost';

export const ListeningContext = createContext<Listening>('opening');
export const useListening = (): Listening => use(ListeningContext);

/** How long a page that nobody looks at goes on listening. */
const UNSEEN_MS = 5 * 60_000;
/** How long what is shown waits for the stream, where something between holds it back. */
const PATIENCE_MS = 1_500;

/** Whether the page is looked at, or was a moment ago. */
function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    let waiting: number | undefined;
    const look = (): void => {
      window.clearTimeout(waiting);
      if (document.visibilityState === 'visible') setSeen(true);
      else waiting = window.setTimeout(() => setSeen(false), UNSEEN_MS);
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearTimeout(waiting);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return isSeen;
}

/**
 * Listens for as long as the page is shown, and reads anew what changed. What a page shows is read once it listens, so
 * that nothing falls between the two.
 */
export function useListener(): Listening {
  const client = useQueryClient();
  const isSeen = useIsSeen();
  const [listening, setListening] = useState<Listening>('opening');
  useEffect(() => {
    if (!isSeen) return;
    const readAnew = (queryKey: readonly string[]) => void client.invalidateQueries({ queryKey });
    const patience = window.setTimeout(() => setListening((now) => (now === 'opening' ? 'lost' : now)), PATIENCE_MS);
    const stop = listenToChanges({
      onOpen: () => {
        setListening('open');
        readAnew(roomsKey);
      },
      onRooms: (rooms) => {
        readAnew(roomListKey);
        for (const room of rooms) readAnew(roomKey(room));
      },
      onLost: () => {
        setListening('lost');
        // Tells at once whether the session is over, the server away, or a room closed meanwhile.
        readAnew(roomListKey);
      },
    });
    return () => {
      window.clearTimeout(patience);
      stop();
      setListening('opening');
    };
  }, [client, isSeen]);
  return listening;
}
