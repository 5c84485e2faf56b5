import { z } from 'zod';
import { reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';

export const FEED_COVERS = ['all', 'own'] as const;
export const FEED_LANGUAGES = ['en', 'ja', 'zh-Hant'] as const;

const covers = z
  .enum(FEED_COVERS)
  .describe('`all`: of every alliance that the person reads. `own`: what they hold, or are named in.');

const feed = z
  .object({
    covers,
    language: z.enum(FEED_LANGUAGES),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'CalendarFeed' });

const calendarFeed = z
  .object({ feed: feed.nullable().describe('Null: there is none.') })
  .meta({ id: 'CalendarFeedState' });
export type CalendarFeedAnswer = z.output<typeof calendarFeed>;

const making = z.strictObject({ covers, language: z.enum(FEED_LANGUAGES) }).meta({ id: 'CalendarFeedMaking' });
export type CalendarFeedMaking = z.output<typeof making>;

const made = feed
  .extend({
    path: z.string().describe('Address on this server, in this answer only. Whoever has it reads the calendar.'),
  })
  .meta({ id: 'NewCalendarFeed' });
export type NewCalendarFeed = z.output<typeof made>;

const own = {
  subject: 'calendar',
  permission: 'keys.write',
  path: '/api/v1/workspaces/{workspace}/calendar-feed',
  params: z.object({ workspace: reference.describe('Slug or id of the workspace.') }),
  query: null,
  headers: null,
  body: null,
  problems: ['workspace-not-found'],
} as const;

/** The calendar of a person in a workspace, at a secret address that programs read without signing in. */
export const calendarRoutes = {
  get: {
    ...own,
    id: 'getCalendarFeed',
    method: 'get',
    summary: 'Read whether you have a calendar feed of this workspace; its address is not told again',
    status: 200,
    answer: calendarFeed,
  },
  make: {
    ...own,
    id: 'makeCalendarFeed',
    method: 'post',
    summary: 'Make your calendar feed of this workspace; the address of one that was there ends',
    body: making,
    status: 201,
    answer: made,
  },
  withdraw: {
    ...own,
    id: 'withdrawCalendarFeed',
    method: 'delete',
    summary: 'Withdraw your calendar feed of this workspace; its address ends at once',
    status: 204,
    answer: null,
  },
  read: {
    ...own,
    id: 'readCalendarFeed',
    method: 'get',
    path: '/api/v1/calendar/{token}.ics',
    summary: 'Read a calendar feed by its secret address: what the person who made it may read at this moment',
    permission: 'session.begin',
    params: z.object({ token: z.string().max(200) }),
    status: 200,
    answer: null,
    files: ['text/calendar'],
    problems: ['not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
