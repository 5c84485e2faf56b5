import { ALLIANCE_FORMS, RESOURCE_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { id, line, recordLink, reference } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import { candidateMove } from './what-if.ts';

/** Whom a firm considers is never shared. */
const moveClass = z.enum(['NEVER', 'INTERNAL']);

const firm = z.union([z.strictObject({ organisation: reference }), z.strictObject({ house: reference })]);

export const CANDIDATE_STATES = ['kept', 'discarded', 'turned'] as const;
const state = z
  .enum(CANDIDATE_STATES)
  .describe('`turned`: it became an alliance that is there. When that is taken back, the move is kept as before.');

const partner = z
  .object({
    kind: z.enum(['organisation', 'house', 'name']),
    record: recordLink.nullable().describe('Null for somebody whom the workspace does not hold.'),
    name: z.string(),
    members: z
      .array(recordLink)
      .readonly()
      .describe('Of a house: the organisations that could be the member of an alliance.'),
  })
  .meta({ id: 'CandidatePartner' });

const term = z.string().nullable();
const kept = z
  .object({
    id,
    version: z.number().int(),
    class: moveClass,
    state,
    partner,
    form: z.enum(ALLIANCE_FORMS),
    start: z.string(),
    ownShare: term,
    partnerShare: term,
    resources: z.array(z.object({ kind: z.enum(RESOURCE_KINDS), subject: z.string() })).readonly(),
    domain: z.object({ product: term, market: term, region: term }).nullable(),
    alliance: recordLink.nullable().describe('What it became.'),
    by: z.object({ id: z.string(), name: z.string() }).describe('Who kept it.'),
    at: z.iso.datetime(),
    abilities: z.object({ change: z.boolean(), turn: z.boolean() }),
  })
  .meta({ id: 'KeptMove' });
export type KeptMoveAnswer = z.infer<typeof kept>;

const keptMoves = z
  .object({
    items: z.array(kept).readonly(),
    members: z
      .array(recordLink)
      .readonly()
      .describe('Of a firm that is a house: the organisations that could be its member.'),
    abilities: z.object({ keep: z.boolean(), classes: z.array(moveClass).readonly() }),
  })
  .meta({ id: 'KeptMoves' });
export type KeptMovesAnswer = z.infer<typeof keptMoves>;

const keeping = z
  .strictObject({
    firm,
    move: candidateMove,
    class: moveClass.optional().describe('NEVER where left out and the writer reads it.'),
  })
  .meta({ id: 'MoveKeeping' });
export type MoveKeeping = z.infer<typeof keeping>;

const change = z.strictObject({ state: z.enum(['kept', 'discarded']) }).meta({ id: 'KeptMoveChange' });
export type KeptMoveChange = z.infer<typeof change>;

const turning = z
  .strictObject({
    name: line.optional().describe('Of the alliance; the names of both sides when left out.'),
    class: moveClass.optional().describe('Of all that is made; that of the move when left out.'),
    member: reference.optional().describe('Which organisation of the firm, where the firm is a house.'),
    partner: reference.optional().describe('Which organisation of the partner, where the partner is a house.'),
  })
  .meta({ id: 'MoveTurning' });
export type MoveTurning = z.infer<typeof turning>;

const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const path = '/api/v1/workspaces/{workspace}/candidate-moves';
const shared = { subject: 'candidate-moves', params: workspaceParams, query: null, headers: null, body: null } as const;
const steps = {
  ...shared,
  permission: 'register.write',
  params: workspaceParams.extend({ candidate: id }),
  headers: changeHeaders,
  answer: kept,
} as const;
const STALE = ['record-not-found', 'version-required', 'version-malformed', 'version-stale'] as const;

/** Moves that a firm thinks of: kept, discarded, or turned into an alliance in its first stage. */
export const candidateMoveRoutes = {
  list: {
    ...shared,
    id: 'listCandidateMoves',
    method: 'get',
    path,
    summary: 'List the candidate moves that are kept, of one firm or of all, first kept first',
    permission: 'register.read',
    query: z.strictObject({ organisation: reference.optional(), house: reference.optional() }),
    status: 200,
    answer: keptMoves,
    problems: ['workspace-not-found', 'record-unknown'],
  },
  keep: {
    ...steps,
    id: 'keepCandidateMove',
    method: 'post',
    path,
    summary: 'Keep a candidate move of a firm',
    params: workspaceParams,
    headers: creationHeaders,
    body: keeping,
    status: 201,
    problems: ['workspace-not-found', 'record-unknown', 'candidate-own', 'value-refused', 'idempotency-key-reused'],
  },
  change: {
    ...steps,
    id: 'changeCandidateMove',
    method: 'patch',
    path: `${path}/{candidate}`,
    summary: 'Discard a candidate move, or take the discarding back',
    body: change,
    status: 200,
    problems: [...STALE, 'candidate-settled'],
  },
  turn: {
    ...steps,
    id: 'turnCandidateMove',
    method: 'post',
    path: `${path}/{candidate}/alliance`,
    summary: 'Make an alliance in its first stage of a candidate move, as one change that can be undone',
    body: turning,
    status: 201,
    problems: [
      ...STALE,
      'candidate-settled',
      'candidate-member-unclear',
      'value-refused',
      'stake-overlap',
      'stakes-over-100',
    ],
  },
} as const satisfies Readonly<Record<string, Route>>;
