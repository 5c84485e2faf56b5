import { FIT_DIMENSIONS } from '@entente/core/lifecycle';
import { z } from 'zod';
import { id, line, reference } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import {
  askedCriterion,
  draft,
  draftBody,
  edition,
  editionDigest,
  publicationParams,
  requestParts,
  roomContent,
  selection,
  sentAnswer,
  until,
  workspaceParams,
} from './parts.ts';

const grantState = z.enum(['open', 'expired', 'withdrawn', 'suspended']);

const grant = z
  .object({
    id,
    grantee: z.string().describe('As it was called when it was granted.'),
    partner: id.nullable().describe('Everybody of this organisation; null where one guest is meant.'),
    person: id.nullable(),
    grantedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    state: grantState,
    version: z.number().int(),
    abilities: z.object({ change: z.boolean(), confirm: z.boolean() }),
  })
  .meta({ id: 'Grant' });
export type GrantAnswer = z.infer<typeof grant>;

const publicationFields = {
  id,
  title: z.string(),
  alliance: z.object({ id, name: z.string() }),
  edition,
  selection,
  grants: z.array(grant),
  lastReadAt: z.iso.datetime().nullable().describe('When a guest last read it; null where nobody did yet.'),
  abilities: z.object({ publish: z.boolean() }),
};
const publication = z.object(publicationFields).meta({ id: 'Publication' });
export type PublicationAnswer = z.infer<typeof publication>;

const request = z
  .object({
    ...requestParts,
    answers: z.array(
      sentAnswer.extend({ own: z.boolean().describe('Whether you sent it.') }).meta({ id: 'PartnerAnswerRead' }),
    ),
    partner: id,
    criteria: z.array(
      askedCriterion
        .extend({ criterion: z.string().describe('Its key in the choice of the partner.') })
        .meta({ id: 'PartnerAskedCriterion' }),
    ),
    draft: draft.nullable().describe('What you would answer to a health check for our side; yours alone.'),
    abilities: z.object({ answer: z.boolean(), sign: z.boolean(), close: z.boolean() }),
  })
  .meta({ id: 'PartnerRequest' });
export type PartnerRequestAnswer = z.infer<typeof request>;

const publicationPage = z
  .object({
    ...publicationFields,
    content: roomContent.describe('What the edition that stands shows, whoever of its guests looks.'),
    requests: z.array(request),
    deeds: z
      .array(
        z.object({
          person: z.string(),
          partner: z.string(),
          action: z.enum(['read', 'answer', 'signature', 'gate-word']),
          doneAt: z.iso.datetime(),
        }),
      )
      .describe('What guests did with it, latest first, the last hundred.'),
  })
  .meta({ id: 'PublicationPage' });
export type PublicationPageAnswer = z.infer<typeof publicationPage>;

const grantees = z
  .array(
    z
      .strictObject({ partner: reference.optional(), person: id.optional() })
      .refine(({ partner, person }) => (partner === undefined) !== (person === undefined), {
        message: 'Name a partner organisation or a guest',
      }),
  )
  .min(1)
  .max(50);

const creation = z
  .strictObject({ alliance: reference, title: line, selection, to: grantees, until })
  .meta({ id: 'PublicationCreation' });
export type PublicationCreation = z.infer<typeof creation>;

const preview = z.strictObject({ alliance: reference, title: line, selection }).meta({ id: 'PublicationPreview' });
export type PublicationPreview = z.infer<typeof preview>;

const grantCreation = z.strictObject({ to: grantees, until }).meta({ id: 'GrantCreation' });
export type GrantCreation = z.infer<typeof grantCreation>;

const grantChange = z
  .strictObject({
    until: until.optional(),
    withdrawn: z.literal(true).optional().describe('Ends it at once, for good.'),
    suspended: z.literal(false).optional().describe('Confirms it after a backup was restored; owners only.'),
  })
  .refine((change) => Object.keys(change).length === 1, { message: 'Change one thing at a time' })
  .meta({ id: 'GrantChange' });
export type GrantChange = z.infer<typeof grantChange>;

const criterionKey = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[A-Za-z0-9_-]+$/);

const asking = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('venture-stakes'), partner: reference }),
    z.strictObject({
      kind: z.literal('health-check'),
      partner: reference,
      until: until.describe('The last day, in UTC, on which people of both sides answer; at most a year ahead.'),
      anonymous: z
        .boolean()
        .default(false)
        .describe('Whether answers lose their names for good when it is over, and nobody reads them before.'),
      criteria: z
        .array(
          z.strictObject({
            criterion: criterionKey.describe('Its key in the choice of the partner; the partner does not learn it.'),
            name: line.describe('What people of both sides read.'),
          }),
        )
        .max(FIT_DIMENSIONS.length)
        .refine((criteria) => new Set(criteria.map(({ criterion }) => criterion)).size === criteria.length, {
          message: 'Ask each criterion once',
        })
        .default([])
        .describe('Criteria of fit to be asked again; nothing but these words leaves the choice of the partner.'),
    }),
  ])
  .meta({ id: 'PartnerRequestCreation' });
export type PartnerAsking = z.infer<typeof asking>;

const path = '/api/v1/workspaces/{workspace}/publications';
const one = `${path}/{publication}`;
const reads = {
  subject: 'sharing',
  permission: 'sharing.read',
  params: publicationParams,
  query: null,
  headers: null,
  body: null,
} as const;
const writes = { ...reads, permission: 'sharing.publish', headers: creationHeaders } as const;

/** What members publish to partners. */
export const publicationRoutes = {
  list: {
    ...reads,
    id: 'listPublications',
    method: 'get',
    path,
    summary: 'List what is published to partners, latest first',
    params: workspaceParams,
    query: z.strictObject({ alliance: id.optional() }),
    status: 200,
    answer: z.object({ items: z.array(publication) }).meta({ id: 'PublicationList' }),
    problems: ['workspace-not-found'],
  },
  create: {
    ...writes,
    id: 'createPublication',
    method: 'post',
    path,
    summary: 'Publish chosen fields of the records of an alliance to partners, until a day',
    params: workspaceParams,
    body: creation,
    status: 201,
    answer: publication,
    problems: [
      'workspace-not-found',
      'record-unknown',
      'not-publishable',
      'field-not-shareable',
      'grant-refused',
      'idempotency-key-reused',
    ],
  },
  preview: {
    ...reads,
    id: 'previewPublication',
    method: 'post',
    path: `${path}/preview`,
    summary: 'See what a publication would show; nothing is published',
    permission: 'sharing.publish',
    params: workspaceParams,
    body: preview,
    status: 200,
    answer: roomContent,
    problems: ['workspace-not-found', 'record-unknown', 'not-publishable', 'field-not-shareable'],
  },
  get: {
    ...reads,
    id: 'getPublication',
    method: 'get',
    path: one,
    summary: 'Read a publication: to whom, until when, what guests did with it',
    status: 200,
    answer: publicationPage,
    problems: ['record-not-found'],
  },
  seeAs: {
    ...reads,
    id: 'seePublicationAs',
    method: 'get',
    path: `${one}/seen`,
    summary: 'See a publication as a guest gets it now; null when they get nothing',
    query: z.strictObject({ guest: id }),
    status: 200,
    answer: z.object({ room: roomContent.nullable() }).meta({ id: 'RoomSeen' }),
    problems: ['record-not-found'],
  },
  republish: {
    ...writes,
    id: 'republishPublication',
    method: 'post',
    path: `${one}/editions`,
    summary: 'Publish a new edition from the records as they are now; it takes the place of the one before',
    status: 201,
    answer: publication,
    problems: ['record-not-found', 'not-publishable', 'idempotency-key-reused'],
  },
  withdraw: {
    ...writes,
    id: 'withdrawPublication',
    method: 'delete',
    path: one,
    summary: 'Withdraw a publication from everybody at once',
    headers: null,
    status: 204,
    answer: null,
    problems: ['record-not-found'],
  },
  grant: {
    ...writes,
    id: 'grantPublication',
    method: 'post',
    path: `${one}/grants`,
    summary: 'Show a publication to more partners or guests',
    body: grantCreation,
    status: 201,
    answer: publication,
    problems: ['record-not-found', 'record-unknown', 'grant-refused', 'grant-there', 'idempotency-key-reused'],
  },
  changeGrant: {
    ...writes,
    id: 'changeGrant',
    method: 'patch',
    path: `${one}/grants/{grant}`,
    summary: 'Change until when a grant holds, withdraw it, or confirm it after a restore',
    params: publicationParams.extend({ grant: id }),
    headers: changeHeaders,
    body: grantChange,
    status: 200,
    answer: grant,
    problems: ['record-not-found', 'version-required', 'version-stale', 'grant-refused', 'grant-over', 'role-reserved'],
  },
  ask: {
    ...writes,
    id: 'askPartner',
    method: 'post',
    path: `${one}/requests`,
    summary: 'Ask a partner to confirm or comment what the edition shows, or both sides how the alliance does',
    body: asking,
    status: 201,
    answer: request,
    problems: [
      'record-not-found',
      'record-unknown',
      'request-refused',
      'request-there',
      'value-refused',
      'idempotency-key-reused',
    ],
  },
  closeRequest: {
    ...writes,
    id: 'closeRequest',
    method: 'delete',
    path: `${one}/requests/{request}`,
    summary: 'Close a request; what was sent stays',
    params: publicationParams.extend({ request: id }),
    headers: null,
    status: 204,
    answer: null,
    problems: ['record-not-found'],
  },
  saveDraft: {
    ...writes,
    id: 'saveFirmDraft',
    method: 'post',
    path: `${one}/requests/{request}/draft`,
    summary: 'Keep what you would answer to a health check for our side; nobody else sees it',
    params: publicationParams.extend({ request: id }),
    headers: null,
    body: draftBody,
    status: 200,
    answer: request,
    problems: ['record-not-found', 'request-over', 'answer-of-kind'],
  },
  dropDraft: {
    ...writes,
    id: 'dropFirmDraft',
    method: 'delete',
    path: `${one}/requests/{request}/draft`,
    summary: 'Throw your draft away',
    params: publicationParams.extend({ request: id }),
    headers: null,
    status: 204,
    answer: null,
    problems: ['record-not-found'],
  },
  send: {
    ...writes,
    id: 'sendFirmAnswer',
    method: 'post',
    path: `${one}/requests/{request}/answers`,
    summary: 'Send your draft to a health check; it stays as it is from then on',
    params: publicationParams.extend({ request: id }),
    headers: null,
    status: 200,
    answer: request,
    problems: ['record-not-found', 'request-over', 'draft-missing'],
  },
  sign: {
    ...writes,
    id: 'signForFirm',
    method: 'post',
    path: `${one}/requests/{request}/signature`,
    summary: 'Sign the edition that a partner confirmed, for the firm',
    params: publicationParams.extend({ request: id }),
    headers: null,
    body: z.strictObject({ digest: editionDigest }),
    status: 200,
    answer: request,
    problems: ['record-not-found', 'request-over', 'answer-unconfirmed'],
  },
} as const satisfies Readonly<Record<string, Route>>;
