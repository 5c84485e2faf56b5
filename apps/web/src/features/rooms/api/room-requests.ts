import {
  type RoomAnswer,
  type RoomDraft,
  type RoomGateAnswer,
  type RoomGateWord,
  type RoomListAnswer,
  type RoomRequestAnswer,
  roomRoutes,
} from '@entente/contract/sharing';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { addressOf, read, write } from '../../../lib/client.ts';
import { RequestFailure } from '../../../lib/problem.ts';

/** Everything that is known of rooms stands under this key. */
export const roomsKey: readonly string[] = ['rooms'];
export const roomListKey: readonly string[] = [...roomsKey, 'list'];
export const roomKey = (room: string): readonly string[] => [...roomsKey, 'one', room];

/** Nothing of a room outlives the page that shows it, and nothing of it is read without need: each reading is told. */
const AS_IT_STANDS = {
  staleTime: 0,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  // Without a network it is to fail, not to wait: what cannot be asked is not shown.
  networkMode: 'always',
} as const;

/** The rooms that are open to the reader. */
export const roomsQuery = queryOptions<RoomListAnswer>({
  queryKey: roomListKey,
  queryFn: ({ signal }) => read('/rooms', { answer: roomRoutes.list.answer, signal }),
  ...AS_IT_STANDS,
});

/** Whether the reader is a guest of any firm; all that is known of rooms elsewhere than on their pages. */
export const guestQuery = queryOptions({
  queryKey: [...roomsKey, 'guest'],
  queryFn: async ({ signal }) => (await read('/rooms', { answer: roomRoutes.list.answer, signal })).guest,
});

/** A room, or that none is open to the reader at this address: not any more, or not as far as this page knows. */
export type RoomFound = RoomAnswer | 'closed' | 'absent';

const isAbsent = (error: unknown): boolean =>
  error instanceof RequestFailure && (error.status === 404 || error.status === 400);

export const roomQuery = (room: string) =>
  queryOptions<RoomFound>({
    queryKey: roomKey(room),
    queryFn: async ({ client, signal }) => {
      try {
        return await read(`/rooms/${encodeURIComponent(room)}`, { answer: roomRoutes.get.answer, signal });
      } catch (error) {
        if (!isAbsent(error)) throw error;
        return (client.getQueryData<RoomFound>(roomKey(room)) ?? 'absent') === 'absent' ? 'absent' : 'closed';
      }
    },
    ...AS_IT_STANDS,
  });

/** Where a room is taken away as a file. */
export const roomFileAddress = (room: string): string => addressOf(`/rooms/${encodeURIComponent(room)}/file`);

/** A request and the room that it is asked in. */
export type RequestPlace = { readonly room: string; readonly request: string };

const pathOf = ({ room, request }: RequestPlace): string => `/rooms/${room}/requests/${request}`;

/** Each asks the server to do something about a request. @throws RequestFailure */
export const saveDraft = (place: RequestPlace, body: RoomDraft): Promise<RoomRequestAnswer> =>
  write(`${pathOf(place)}/draft`, {
    method: 'POST',
    body,
    answer: roomRoutes.saveDraft.answer,
    idempotencyKey: crypto.randomUUID(),
  });

export const dropDraft = (place: RequestPlace): Promise<null> =>
  write(`${pathOf(place)}/draft`, { method: 'DELETE', answer: z.null(), idempotencyKey: crypto.randomUUID() });

export const sendAnswer = (place: RequestPlace): Promise<RoomRequestAnswer> =>
  write(`${pathOf(place)}/answers`, {
    method: 'POST',
    answer: roomRoutes.send.answer,
    idempotencyKey: crypto.randomUUID(),
  });

/** Gives one's word on a gate. @throws RequestFailure */
export const judgeGate = (room: string, gate: string, body: RoomGateWord): Promise<RoomGateAnswer> =>
  write(`/rooms/${room}/gates/${gate}/words`, {
    method: 'POST',
    body,
    answer: roomRoutes.judgeGate.answer,
    idempotencyKey: crypto.randomUUID(),
  });

export const signForPartner = (place: RequestPlace, digest: string): Promise<RoomRequestAnswer> =>
  write(`${pathOf(place)}/signature`, {
    method: 'POST',
    body: { digest },
    answer: roomRoutes.sign.answer,
    idempotencyKey: crypto.randomUUID(),
  });
