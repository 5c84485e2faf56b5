import { z } from 'zod';
import { id, reference } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import { day } from './kinds/parts.ts';
import { PAPER_KINDS, paperContent, papers, paperWithVersions } from './papers.ts';

const kind = z.enum(PAPER_KINDS);

export const papersQuery = z
  .strictObject({
    kind: z
      .union([kind, z.array(kind)])
      .transform((given) => (Array.isArray(given) ? given : [given]))
      .optional()
      .describe('Of these kinds alone.'),
    open: z.enum(['true']).optional().describe('Those alone with which something is still to be done.'),
    until: day.optional().describe('Those alone that are due by this day.'),
  })
  .meta({ id: 'PapersQuery' });
export type PapersQuery = z.output<typeof papersQuery>;

const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const workspace = '/api/v1/workspaces/{workspace}';
const ofAlliance = workspaceParams.extend({ record: reference.describe('Slug or id of the alliance.') });
const onePaper = ofAlliance.extend({ paper: id });
const path = `${workspace}/alliances/{record}/papers`;
const reads = {
  subject: 'papers',
  method: 'get',
  permission: 'register.read',
  params: ofAlliance,
  query: papersQuery,
  headers: null,
  body: null,
  status: 200,
  answer: papers,
} as const;
const writes = {
  ...reads,
  permission: 'register.write',
  query: null,
  answer: paperWithVersions,
} as const;
const REFUSED = ['record-not-found', 'record-unknown', 'value-refused', 'idempotency-key-reused'] as const;
const STALE = ['version-required', 'version-malformed', 'version-stale'] as const;

/** The papers of alliances: what is worked on in each stage, from the first comparison to the lessons. */
export const paperRoutes = {
  list: {
    ...reads,
    id: 'listPapers',
    path: `${workspace}/papers`,
    summary: 'List the papers of every alliance, those that are due first',
    params: workspaceParams,
    problems: ['workspace-not-found'],
  },
  ofAlliance: {
    ...reads,
    id: 'listPapersOfAlliance',
    path,
    summary: 'List the papers of an alliance',
    problems: ['record-not-found'],
  },
  get: {
    ...reads,
    id: 'getPaper',
    path: `${path}/{paper}`,
    summary: 'Read a paper of an alliance, with every version of it',
    params: onePaper,
    query: null,
    answer: paperWithVersions,
    problems: ['record-not-found'],
  },
  add: {
    ...writes,
    id: 'addPaper',
    method: 'post',
    path,
    summary: 'Add a paper to an alliance',
    headers: creationHeaders,
    body: paperContent,
    status: 201,
    problems: [...REFUSED, 'paper-there'],
  },
  change: {
    ...writes,
    id: 'changePaper',
    method: 'patch',
    path: `${path}/{paper}`,
    summary: 'Write the next version of a paper, whole; one that was taken away comes back',
    params: onePaper,
    headers: changeHeaders,
    body: paperContent,
    problems: [...REFUSED, ...STALE, 'paper-there'],
  },
  takeAway: {
    ...writes,
    id: 'takePaperAway',
    method: 'delete',
    path: `${path}/{paper}`,
    summary: 'Take a paper away; its versions stay, and writing it again brings it back',
    params: onePaper,
    headers: changeHeaders,
    problems: ['record-not-found', ...STALE, 'idempotency-key-reused'],
  },
} as const satisfies Readonly<Record<string, Route>>;
