import { DUE_GROUPS } from '@entente/core/lifecycle';
import { z } from 'zod';
import { id, recordLink, reference } from '../field/index.ts';
import { PAPER_KINDS } from '../dossier/index.ts';
import type { Route } from '../problem/index.ts';
import { REQUEST_KINDS } from '../sharing/index.ts';

const day = z.iso.date();

/** Lines of the answer at most; what there is more of is counted. */
export const MOST_DUE = 200;
const MOST_DAYS = 366;

export const todayQuery = z
  .strictObject({
    asOf: day.optional().describe('The day of whoever asks; the day at the server when left out.'),
    horizon: z.coerce.number().int().min(0).max(MOST_DAYS).default(14).describe('How many days ahead are looked at.'),
  })
  .meta({ id: 'TodayQuery' });
export type TodayQuery = z.output<typeof todayQuery>;

const count = z.number().int().min(0);
const stage = z.string().describe('A stage of the template.');

/** What is due, by what it is. */
const dueMatter = z
  .discriminatedUnion('what', [
    z.object({
      what: z.literal('paper'),
      paper: id,
      kind: z.enum(PAPER_KINDS),
      stage: stage.describe('In which such papers are worked on.'),
      title: z.string().nullable().describe('Its title, or the beginning of what it says; null: it has neither.'),
    }),
    z.object({
      what: z.literal('gate'),
      stage,
      missing: count.describe('Exit criteria that will be neither met nor waived on its day.'),
    }),
    z.object({
      what: z.literal('waiver'),
      stage,
      criterion: z.string().nullable().describe('Null: of the whole stage.'),
    }),
    z.object({
      what: z.literal('term'),
      end: z.string().describe('The end of the alliance as the register has it, in EDTF: it may be no exact day.'),
    }),
    z.object({
      what: z.literal('request'),
      publication: id,
      kind: z.enum(REQUEST_KINDS),
      askedOn: day,
      partner: recordLink.nullable().describe('Null: the reader does not see it.'),
    }),
  ])
  .meta({ id: 'DueMatter' });

const dueItem = z
  .object({
    alliance: recordLink,
    day: day.describe('By when; of a waiver and a request, the last day; of a term, the last day it can be.'),
    daysLeft: z.number().int().describe('Negative: that many days late.'),
    group: z.enum(DUE_GROUPS).describe('`week`: within the seven days that begin with today. `later`: after them.'),
    isMine: z.boolean().describe('The reader holds the paper, is awaited at the gate, gave the waiver or asked.'),
    people: z
      .array(z.object({ id, name: z.string() }))
      .readonly()
      .describe('Who holds the paper, is awaited at the gate, gave the waiver or asked; none: nobody is named.'),
    matter: dueMatter,
  })
  .meta({ id: 'DueItem' });
export type DueItemAnswer = z.output<typeof dueItem>;

const both = z.object({ mine: count, all: count });

/** Answer of GET …/today. */
export const today = z
  .object({
    asOf: day,
    until: day.describe('The last day that is looked at.'),
    items: z.array(dueItem).readonly().describe(`What is the reader’s first, each by its day; ${MOST_DUE} at most.`),
    groups: z.object({ overdue: both, today: both, week: both, later: both }).describe('How many there are in all.'),
    undated: z
      .object({
        papers: both.describe('Papers with which something is to be done, nobody says by when.'),
        gates: both.describe('Gates that wait for somebody’s word, without a day.'),
        requests: both.describe('Unanswered requests to partners who have no access any more.'),
      })
      .describe('What is open and has no day.'),
  })
  .meta({ id: 'Today' });
export type TodayAnswer = z.output<typeof today>;

/** What is due. */
export const todayRoutes = {
  today: {
    id: 'getToday',
    subject: 'papers',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/today',
    summary: 'Read what is overdue and due soon: papers, gates, waivers, terms of alliances and requests to partners',
    permission: 'register.read',
    params: z.object({ workspace: reference.describe('Slug or id of the workspace.') }),
    query: todayQuery,
    headers: null,
    body: null,
    status: 200,
    answer: today,
    problems: ['workspace-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
