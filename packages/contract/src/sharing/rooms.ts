import { z } from 'zod';
import { id, note } from '../field/index.ts';
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

const gateVerdict = z.enum(['approved', 'refused']);
const gate = z
  .object({
    id,
    stage: z
      .object({ en: z.string(), ja: z.string(), 'zh-Hant': z.string() })
      .describe('How the stage is called whose gate it is.'),
    words: z.string().nullable().describe('What the firm says to you.'),
    due: z.iso.date().nullable().describe('By when the gate is to be passed, as it was when you were asked.'),
    askedAt: z.iso.datetime(),
    said: z
      .array(
        z.object({
          id,
          verdict: gateVerdict,
          words: z.string().nullable(),
          on: z.iso.date(),
          saidAt: z.iso.datetime(),
        }),
      )
      .describe('What you said, first to last; the last counts.'),
  })
  .meta({ id: 'RoomGate' });
export type RoomGateAnswer = z.infer<typeof gate>;

const gateWordBody = z
  .strictObject({ verdict: gateVerdict, words: note.nullable().default(null) })
  .refine(({ verdict: said, words }) => said === 'approved' || words !== null, {
    message: 'A refusal says what has to change',
    path: ['words'],
  })
  .meta({ id: 'RoomGateWord' });
export type RoomGateWord = z.infer<typeof gateWordBody>;

const room = z
  .object({
    ...head,
    ...roomContent.shape,
    requests: z.array(request),
    gates: z.array(gate).describe('Gates of the alliance that you yourself are asked to decide on.'),
  })
  .meta({ id: 'Room' });
export type RoomAnswer = z.infer<typeof room>;

const list = z
  .object({
    items: z.array(
      z.object({
        ...head,
        waiting: z
          .number()
          .int()
          .describe('How many requests wait for the answer of your organisation, and gates for your own word.'),
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
  judgeGate: {
    ...shared,
    id: 'judgeRoomGate',
    method: 'post',
    path: `${one}/gates/{gate}/words`,
    summary: 'Approve or refuse a gate that you are asked about; what was said stays, and the last word counts',
    params: z.object({ room: id, gate: id }),
    body: gateWordBody,
    status: 201,
    answer: gate,
    problems: ['record-not-found', 'gate-over'],
  },
} as const satisfies Readonly<Record<string, Route>>;
