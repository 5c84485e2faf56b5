import type { Share } from '@entente/core/kernel';
import { type FirmReviews, REVIEW_EVENTS, REVIEW_STATES } from '@entente/core/portfolio';
import { z } from 'zod';
import { decimal, id, line, note, recordLink, reference, share as shareText } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import { firmRoutes } from './firm-routes.ts';
import { reviewStep, reviewUndo } from './review-history.ts';

/** The core's own type of what its parser judged. */
const share = shareText as unknown as z.ZodType<Share, string>;
const day = z.iso.date();
const key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
const state = z.enum(REVIEW_STATES);
const sourceRef = z.object({ source: z.string(), place: z.string() }).meta({ id: 'SourceRef' });
/** No rating of a partner is ever shared; the clean team has its own way. */
const reviewClass = z.enum(['NEVER', 'INTERNAL']);

const criterion = z
  .strictObject({
    key,
    name: line,
    weight: z
      .string()
      .regex(/^\d{1,3}(?:\.\d{1,20}|\/\d{1,6})?$/)
      .describe('Of 1: a decimal or a fraction such as `1/3`.'),
  })
  .meta({ id: 'ReviewCriterion' });

const part = {
  criterion: key,
  member: key,
  value: share.nullable().describe('The member’s part by this criterion, in percent; null: not judged yet.'),
};
const contribution = z
  .object({
    ...part,
    note: z.string().nullable(),
    source: z.string().nullable().describe('The document that the figure is from.'),
    place: z.string().nullable(),
  })
  .meta({ id: 'ReviewContribution' });
const givenContribution = z
  .strictObject({
    ...part,
    note: note.nullable().default(null),
    source: line.nullable().default(null),
    place: line.nullable().default(null),
  })
  .meta({ id: 'GivenContribution' });
export type ReviewContributionAnswer = z.infer<typeof contribution>;

const coalition = z
  .strictObject({ members: z.array(key).min(1).max(12).readonly(), value: decimal })
  .meta({ id: 'CoalitionValue' });

const member = z
  .object({
    key,
    name: z.string(),
    isUnnamed: z.boolean().describe('Several holders whom no source names apart.'),
    equity: share.nullable().describe('As it stood in the review; null: not known.'),
    organisation: id.nullable(),
  })
  .meta({ id: 'ReviewMember' });

const proposedShare = z.strictObject({ member: key, share }).meta({ id: 'ProposedShare' });
/** By which rule stakes are proposed: so that it is named in each reader's language. */
export const PROPOSAL_KINDS = ['contribution', 'keep-control', 'one-step', 'step-keep-control', 'shapley'] as const;
const kept = z
  .strictObject({
    title: line,
    kind: z.enum(PROPOSAL_KINDS).optional().describe('The rule by which it was made, where it was made by one.'),
    shares: z.array(proposedShare).min(1).max(50).readonly(),
  })
  .meta({ id: 'KeptProposal' });

const told = z
  .object({
    points: z
      .string()
      .nullable()
      .describe('Percentage points, exact to 10 decimals; null where bounds are told, or nothing is known.'),
    atLeast: z.string().nullable(),
    atMost: z.string().nullable(),
  })
  .meta({ id: 'ToldMisalignment' });

const equityMember = z
  .object({
    key: z.string(),
    name: z.string(),
    isUnnamed: z.boolean(),
    equity: share.nullable(),
    organisation: z.string().nullable(),
    stake: z.string().nullable(),
    isRest: z.boolean().describe('No stake is recorded, and the recorded ones come to 100.'),
    uncertain: z.boolean(),
    disputed: z.boolean(),
    evidence: z.array(sourceRef).readonly(),
  })
  .meta({ id: 'EquityMember' });

const signature = z
  .object({ person: z.object({ id, name: z.string() }), signedAt: z.iso.datetime(), digest: z.string() })
  .meta({ id: 'ReviewSignature' });

const head = {
  id,
  version: z.number().int(),
  class: reviewClass,
  alliance: recordLink,
  date: day,
  state,
  illustrative: z.boolean().describe('Its contributions are made up, to show the method.'),
  misalignment: told.describe('By the equity that stands in the review.'),
};
const reviewHead = z.object(head).meta({ id: 'ReviewHead' });
export type ReviewHeadAnswer = z.infer<typeof reviewHead>;

const review = z
  .object({
    ...head,
    criteria: z.array(criterion).readonly(),
    members: z.array(member).readonly(),
    contributions: z.array(contribution).readonly(),
    coalitions: z.array(coalition).readonly(),
    proposals: z.array(kept).readonly(),
    decision: z
      .object({
        text: z.string(),
        shares: z
          .array(proposedShare)
          .readonly()
          .nullable()
          .describe('The stakes that were decided on; null: they stay.'),
        by: z.object({ id, name: z.string() }),
        at: z.iso.datetime(),
      })
      .nullable(),
    digest: z.string().nullable().describe('SHA-256 of what is decided and signed.'),
    signatures: z.array(signature).readonly(),
    reason: z.string().nullable().describe('Why it was withdrawn.'),
    register: z
      .array(equityMember)
      .readonly()
      .describe('Who holds how much on the day of the review, as the register tells it now.'),
    foreign: z
      .array(z.string())
      .readonly()
      .describe('Members from another country than the venture’s, or of no known country.'),
    abilities: z.object({
      change: z.boolean(),
      submit: z.boolean(),
      decide: z.boolean(),
      sign: z.boolean(),
      withdraw: z.boolean(),
    }),
  })
  .meta({ id: 'Review' });
export type ReviewAnswer = z.infer<typeof review>;

const creation = z
  .strictObject({
    alliance: reference,
    date: day,
    class: reviewClass.optional().describe('NEVER where left out and the writer reads it.'),
  })
  .meta({ id: 'ReviewCreation' });
export type ReviewCreation = z.infer<typeof creation>;

const change = z
  .strictObject({
    date: day,
    class: reviewClass,
    criteria: z.array(criterion).min(1).max(20),
    contributions: z.array(givenContribution).max(1000),
    coalitions: z.array(coalition).max(4095),
    proposals: z.array(kept).max(20),
    reason: note.describe('Why it is changed; kept in the history.'),
  })
  .partial()
  .meta({ id: 'ReviewChange' });
export type ReviewChange = z.infer<typeof change>;

const decision = z
  .strictObject({ text: note, shares: z.array(proposedShare).min(1).max(50).readonly().nullable() })
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof decision>;

const signing = z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }).meta({ id: 'ReviewSigning' });
export type ReviewSigning = z.infer<typeof signing>;
const because = z.strictObject({ reason: note }).meta({ id: 'ReviewReason' });
const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const path = '/api/v1/workspaces/{workspace}/reviews';
const one = `${path}/{review}`;
const reads = {
  subject: 'reviews',
  permission: 'register.read',
  params: workspaceParams,
  query: null,
  headers: null,
  body: null,
  status: 200,
} as const;
const steps = {
  ...reads,
  method: 'post',
  permission: 'register.write',
  params: workspaceParams.extend({ review: id }),
  headers: changeHeaders,
  answer: review,
} as const;
const STALE = ['record-not-found', 'version-required', 'version-malformed', 'version-stale', 'review-settled'] as const;

/** Business reviews of alliances: equity held beside contribution, from the first figure to the signed decision. */
export const reviewRoutes = {
  list: {
    ...reads,
    id: 'listReviews',
    method: 'get',
    path,
    summary: 'List business reviews by date, of one alliance or of all',
    query: z.strictObject({ alliance: reference.optional() }),
    answer: z.object({ items: z.array(reviewHead).readonly() }).meta({ id: 'ReviewList' }),
    problems: ['workspace-not-found', 'record-unknown'],
  },
  create: {
    ...steps,
    id: 'createReview',
    path,
    summary: 'Begin the business review of an alliance; criteria are those of the last one',
    params: workspaceParams,
    headers: creationHeaders,
    body: creation,
    status: 201,
    problems: ['workspace-not-found', 'record-unknown', 'value-refused', 'idempotency-key-reused'],
  },
  get: {
    ...reads,
    id: 'getReview',
    method: 'get',
    path: one,
    summary: 'Read a business review with the equity of its day',
    params: steps.params,
    answer: review,
    problems: ['record-not-found'],
  },
  change: {
    ...steps,
    id: 'changeReview',
    method: 'patch',
    path: one,
    summary: 'Change a draft: its day, criteria, contributions, coalition values or kept proposals',
    body: change,
    problems: [...STALE, 'record-unknown', 'value-refused'],
  },
  submit: {
    ...steps,
    id: 'submitReview',
    path: `${one}/submission`,
    summary: 'Hand a draft in, once weights come to 1 and each criterion to 100; its figures stay from then on',
    problems: [...STALE, 'review-weights', 'review-incomplete'],
  },
  decide: {
    ...steps,
    id: 'decideReview',
    path: `${one}/decision`,
    summary: 'Decide on a review that was handed in',
    body: decision,
    problems: [...STALE, 'record-unknown', 'review-incomplete'],
  },
  sign: {
    ...steps,
    id: 'signReview',
    path: `${one}/signature`,
    summary: 'Sign what was decided, named by its digest; two people at the most',
    permission: 'reviews.sign',
    headers: creationHeaders,
    body: signing,
    problems: ['record-not-found', 'review-settled', 'review-digest', 'signatures-full'],
  },
  withdraw: {
    ...steps,
    id: 'withdrawReview',
    path: `${one}/withdrawal`,
    summary: 'Withdraw a review that nobody has signed; it stays on record and counts no more',
    body: because,
    problems: [...STALE, 'review-signed'],
  },
  history: {
    ...reads,
    id: 'getReviewHistory',
    method: 'get',
    path: `${one}/history`,
    summary: 'Read what each step made different in a review, by whom and why; the last step first',
    params: steps.params,
    answer: z.object({ items: z.array(reviewStep).readonly() }).meta({ id: 'ReviewHistory' }),
    problems: ['record-not-found'],
  },
  undo: {
    ...steps,
    id: 'undoReviewStep',
    path: `${one}/undo`,
    summary: 'Take a step back: any change of a draft that no later one builds on, or the last step before a signature',
    body: reviewUndo,
    problems: [...STALE, 'undo-blocked', 'review-signed', 'value-refused'],
  },
} as const satisfies Readonly<Record<string, Route>>;

export const reviewsQuery = z
  .strictObject({
    asOf: day.optional().describe('Last day to read; today when left out.'),
    alertAbove: z.coerce
      .number()
      .min(0)
      .max(100)
      .default(10)
      .describe('Percentage points above which a misalignment is an alert.'),
    everyMonths: z.coerce
      .number()
      .int()
      .min(1)
      .max(120)
      .default(6)
      .describe('A review is due so many months after the last.'),
  })
  .meta({ id: 'ReviewsQuery' });
export type ReviewsQuery = z.infer<typeof reviewsQuery>;

const point = z
  .object({ review: z.string(), date: day, state, illustrative: z.boolean(), misalignment: told })
  .meta({ id: 'ReviewPoint' });

const alert = z
  .union([
    z.object({ code: z.literal('misaligned'), points: z.string(), certain: z.boolean() }),
    z.object({ code: z.literal('overdue'), due: day, never: z.boolean() }),
    z.object({
      code: z.literal('event'),
      trigger: z.enum(Object.values(REVIEW_EVENTS) as [(typeof REVIEW_EVENTS)[keyof typeof REVIEW_EVENTS]]),
      event: z.string().nullable(),
      title: z.string(),
      date: z.string(),
      certain: z.boolean(),
      evidence: z.array(sourceRef).readonly(),
    }),
  ])
  .meta({ id: 'ReviewAlert' });

/** Answer of GET …/organisations/{slug}/reviews. */
export const firmReviewsAnswer = z
  .object({
    rule: z.literal('portfolio.business-review'),
    asOf: day,
    alertAbove: z.number(),
    everyMonths: z.number().int(),
    alliances: z
      .array(
        z.object({
          alliance: z.string(),
          name: z.string(),
          since: z.string().nullable(),
          equity: z.array(equityMember).readonly(),
          contributions: z.record(z.string(), z.string()).nullable(),
          misalignment: told.nullable(),
          membersChanged: z.boolean(),
          last: point.nullable(),
          draft: z.object({ review: z.string(), date: day }).nullable(),
          due: day.nullable(),
          alerts: z.array(alert).readonly(),
          history: z.array(point).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'FirmReviews' });
export type FirmReviewsAnswer = FirmReviews;

export const firmReviewRoutes = firmRoutes({
  id: 'Reviews',
  path: 'reviews',
  query: reviewsQuery,
  answer: firmReviewsAnswer,
  summary: 'Read equity beside contribution in the ventures of {firm}, and which reviews are due',
});
