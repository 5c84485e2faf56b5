import type { RoomDraft, RoomRequestAnswer } from '@entente/contract/sharing';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestFailure } from '../../../lib/problem.ts';
import { dropDraft, type RequestPlace, type RoomFound, roomKey, saveDraft, sendAnswer } from '../api/room-requests.ts';

/** What stands in the form. */
export type Written = { readonly verdict: RoomDraft['verdict'] | null; readonly words: string };

const NOTHING: Written = { verdict: null, words: '' };
/** How long nothing is typed before it is kept. */
const PAUSE_MS = 600;

const bodyOf = ({ verdict, words }: Written): RoomDraft | null => {
  const said = words.trim() === '' ? null : words.trim();
  if (verdict === null || (verdict === 'comment' && said === null)) return null;
  return { verdict, words: said, ratings: null };
};

/** Whether what is written says something. */
export const isSendable = (written: Written): boolean => bodyOf(written) !== null;

/** Puts the request as the server tells it into the room that is shown; a room that was closed meanwhile is read anew. */
export function useRequestChange<I>(place: RequestPlace, act: (input: I) => Promise<RoomRequestAnswer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (changed) => {
      client.setQueryData<RoomFound>(roomKey(place.room), (room) =>
        typeof room === 'object'
          ? { ...room, requests: room.requests.map((each) => (each.id === changed.id ? changed : each)) }
          : room,
      );
    },
    onError: (error) => {
      if (error instanceof RequestFailure && error.failure === 'refused')
        void client.invalidateQueries({ queryKey: roomKey(place.room) });
    },
  });
}

/** A draft of an answer: kept with the server after each pause of typing, and before it is sent or left. */
export function useDraft(place: RequestPlace, found: RoomRequestAnswer['draft']) {
  const client = useQueryClient();
  const [written, setWritten] = useState<Written>(
    found === null ? NOTHING : { verdict: found.verdict, words: found.words ?? '' },
  );
  const [keptAt, setKeptAt] = useState(found?.writtenAt ?? null);
  const waiting = useRef<{ readonly timer: number; readonly body: RoomDraft } | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const keep = useMutation({
    mutationFn: (body: RoomDraft) => saveDraft(place, body),
    onSuccess: ({ draft }) => setKeptAt(draft?.writtenAt ?? null),
    onError: (error) => {
      if (error instanceof RequestFailure && error.failure === 'refused')
        void client.invalidateQueries({ queryKey: roomKey(place.room) });
    },
  });
  const { mutateAsync } = keep;

  /** Keeps at once what waits to be; one after the other, so that the latest stays. */
  const keepNow = useCallback((): Promise<unknown> => {
    if (waiting.current !== null) {
      const { timer, body } = waiting.current;
      window.clearTimeout(timer);
      waiting.current = null;
      last.current = last.current.then(
        () => mutateAsync(body),
        () => mutateAsync(body),
      );
      // Told by the mutation; whoever sends awaits it.
      last.current.catch(() => undefined);
    }
    return last.current;
  }, [mutateAsync]);

  useEffect(() => {
    const leave = (): void => void keepNow().catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keepNow]);

  const write = (next: Written): void => {
    setWritten(next);
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    const body = bodyOf(next);
    waiting.current =
      body === null ? null : { body, timer: window.setTimeout(() => void keepNow().catch(() => undefined), PAUSE_MS) };
  };

  const send = useRequestChange(place, async () => {
    const body = bodyOf(written);
    // Also where an earlier attempt failed: what is sent is what stands in the form.
    if (waiting.current === null && keep.isError && body !== null) waiting.current = { body, timer: 0 };
    await keepNow();
    return sendAnswer(place);
  });
  const drop = useMutation({
    mutationFn: async () => {
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
      waiting.current = null;
      await last.current.catch(() => undefined);
      await dropDraft(place);
    },
    onSuccess: () => {
      setWritten(NOTHING);
      setKeptAt(null);
    },
  });
  return { written, write, keptAt, isKeeping: keep.isPending, keepingError: keep.error, send, drop };
}
