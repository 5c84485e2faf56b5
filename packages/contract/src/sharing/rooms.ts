import { z } from 'zod';
import { id } from '../field/index.ts';
import type { Route } from '../problem/index.ts';
import { draft, draftBody, edition, editionDigest, requestParts, roomContent, sentAnswer } from './parts.ts';

const head = {
  id,
  title: z.string(),
  alliance: z.string(),
  firm: z.string(),
  partner: z.string().describe('The organisation as whose guest you see it.'),
  edition,
  expiresAt: z.iso.datetime().describe('Until when you may read it.'),
};

const request = z
  .object({
    ...requestParts,
    answers: z.array(
      sentAnswer.extend({ own: z.boolean().describe('Whether you sent it.') }).meta({ id: 'RoomAnswerRead' }),
    ),
    draft: draft.nullable().describe('Yours alone, until you send it.'),
    abilities: z.object({ answer: z.boolean(), sign: z.boolean() }),
  })
  .meta({ id: 'RoomRequest' });
export type RoomRequestAnswer = z.infer<typeof request>;

const room = z.object({ ...head, ...roomContent.shape, requests: z.array(request) }).meta({ id: 'Room' });
export type RoomAnswer = z.infer<typeof room>;

const list = z
  .object({
    items: z.array(
      z.object({
        ...head,
        waiting: z.number().int().describe('How many requests wait for the answer of your organisation.'),
      }),
    ),
    guest: z.boolean().describe('Whether you are a guest of a firm, though none may show you anything now.'),
  })
  .meta({ id: 'RoomList' });
export type RoomListAnswer = z.infer<typeof list>;

const path = '/api/v1/rooms';
const one = `${path}/{room}`;
const requests = `${one}/requests/{request}`;
const shared = {
  subject: 'rooms',
  permission: 'room.use',
  params: z.object({ room: id }),
  query: null,
  headers: null,
  body: null,
  status: 200,
  problems: ['record-not-found'],
} as const;
const ofRequest = { ...shared, params: z.object({ room: id, request: id }) } as const;

/** What an event `rooms` of the stream of changes says: rooms of the listener's own, changed, opened or closed. */
export const roomsChanged = z.object({ rooms: z.array(id) });

/** What guests of partner organisations see and do; what is not theirs answers as what is not there. */
export const roomRoutes = {
  list: {
    ...shared,
    id: 'listRooms',
    method: 'get',
    path,
    summary: 'List the rooms that are open to you',
    params: z.object({}),
    answer: list,
    problems: [],
  },
  changes: {
    ...shared,
    id: 'streamRoomChanges',
    method: 'get',
    path: `${path}/changes`,
    summary:
      'Be told, as long as you listen, which of your rooms changed, opened or closed; what they hold is read anew',
    params: z.object({}),
    answer: null,
    files: ['text/event-stream'],
    problems: ['streams-full'],
  },
  get: { ...shared, id: 'getRoom', method: 'get', path: one, summary: 'Read a room', answer: room },
  file: {
    ...shared,
    id: 'exportRoom',
    method: 'get',
    path: `${one}/file`,
    summary: 'Take a room away as a CSV file that says who took it, and when',
    answer: null,
    files: ['text/csv'],
  },
  saveDraft: {
    ...ofRequest,
    id: 'saveRoomDraft',
    method: 'post',
    path: `${requests}/draft`,
    summary: 'Keep what you would answer; nobody else sees it',
    body: draftBody,
    answer: request,
    problems: ['record-not-found', 'request-over', 'answer-of-kind'],
  },
  dropDraft: {
    ...ofRequest,
    id: 'dropRoomDraft',
    method: 'delete',
    path: `${requests}/draft`,
    summary: 'Throw your draft away',
    status: 204,
    answer: null,
  },
  send: {
    ...ofRequest,
    id: 'sendRoomAnswer',
    method: 'post',
    path: `${requests}/answers`,
    summary: 'Send your draft; it stays as it is from then on',
    answer: request,
    problems: ['record-not-found', 'request-over', 'draft-missing'],
  },
  sign: {
    ...ofRequest,
    id: 'signForPartner',
    method: 'post',
    path: `${requests}/signature`,
    summary: 'Sign the edition that you confirmed, for your organisation',
    body: z.strictObject({ digest: editionDigest }),
    answer: request,
    problems: ['record-not-found', 'request-over', 'answer-unconfirmed'],
  },
} as const satisfies Readonly<Record<string, Route>>;
