import { SHAREABLE_KINDS } from '@entente/core/accounts';
import { FIT_DIMENSIONS, HEALTH_DIMENSIONS, LEAST_UNNAMED } from '@entente/core/lifecycle';
import { z } from 'zod';
import { id, line, note, reference } from '../field/index.ts';

export const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
export const publicationParams = workspaceParams.extend({ publication: id });

export const editionDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of all that the edition holds, in hexadecimal digits; both sides sign it.');

/** The kinds and fields that are published. */
export const selection = z
  .array(
    z.strictObject({
      kind: z.enum(SHAREABLE_KINDS),
      fields: z
        .array(z.string().max(40))
        .max(20)
        .describe('Fields that are shown; none: only how many records there are.'),
    }),
  )
  .min(1)
  .max(SHAREABLE_KINDS.length);

export const until = z.iso.date().describe('The last day, in UTC, on which the room is open; at most two years ahead.');

/** Another item of the same edition; its name as that item tells it. */
const itemLink = z.object({ item: id, name: z.string().nullable() }).meta({ id: 'RoomLink' });

const section = z
  .object({
    kind: z.enum(SHAREABLE_KINDS),
    count: z.number().int().nullable().describe('How many records there are, where only that is shown.'),
    items: z.array(
      z.object({
        id: id.describe('Of this copy alone.'),
        fields: z.record(z.string(), z.union([z.string(), z.number(), itemLink, z.null()])),
      }),
    ),
  })
  .meta({ id: 'RoomSection' });
export type RoomSection = z.infer<typeof section>;

/** What a room shows, whoever looks. */
const content = z.object({
  title: z.string(),
  alliance: z.string().describe('Name of the alliance.'),
  firm: z.string().describe('Who shares.'),
  sections: z.array(section),
});
export const roomContent = content.meta({ id: 'RoomContent' });
export type RoomContent = z.infer<typeof content>;

export const edition = z
  .object({ number: z.number().int(), digest: editionDigest, publishedAt: z.iso.datetime() })
  .meta({ id: 'Edition' });

export const REQUEST_KINDS = ['venture-stakes', 'health-check'] as const;
const requestKind = z
  .enum(REQUEST_KINDS)
  .describe(
    '`venture-stakes`: confirm or comment the stakes shown. `health-check`: people of both sides judge the alliance.',
  );
const verdict = z.enum(['confirm', 'comment', 'rated']).describe('`rated`: of a health check, and of nothing else.');

const judgedDimension = z
  .enum([...HEALTH_DIMENSIONS, ...FIT_DIMENSIONS])
  .describe('`fit:1` is the first of the criteria that the health check asks, and so on.');

/** A criterion of fit as it is asked again: words alone. */
export const askedCriterion = z.object({ dimension: z.enum(FIT_DIMENSIONS), name: line });

/** What one person judges in a health check. */
export const healthRatings = z
  .array(
    z.strictObject({
      dimension: judgedDimension,
      score: z.number().int().min(1).max(5).nullable().describe('1: not at all. 5: wholly. Null: cannot say.'),
      comment: note.nullable(),
    }),
  )
  .min(1)
  .max(HEALTH_DIMENSIONS.length + FIT_DIMENSIONS.length)
  .refine((ratings) => new Set(ratings.map(({ dimension }) => dimension)).size === ratings.length, {
    message: 'Judge each dimension once',
  })
  .meta({ id: 'HealthRatings' });
export type HealthRatingsSaid = z.infer<typeof healthRatings>;

const signature = z.object({ person: z.string(), signedAt: z.iso.datetime() });
/** An answer as it was sent; both sides read it. */
export const sentAnswer = z.object({
  id,
  side: z.enum(['firm', 'partner']),
  person: z.string(),
  verdict,
  words: z.string().nullable(),
  ratings: healthRatings.nullable().describe('Of a health check; null elsewhere.'),
  sentAt: z.iso.datetime(),
});

/** What one side said in an anonymous health check that is over; nothing of it tells who said what. */
const unnamedSide = z
  .object({
    side: z.enum(['firm', 'partner']),
    answered: z.number().int().describe('How many people of the side answered.'),
    scores: z
      .array(z.object({ dimension: judgedDimension, score: z.number().int().min(1).max(5) }))
      .describe(
        `In random order, as single ratings; none where fewer than ${LEAST_UNNAMED} people of the side answered or judged the dimension.`,
      ),
    comments: z.array(z.object({ dimension: judgedDimension, comment: note })).describe('In random order.'),
  })
  .meta({ id: 'UnnamedSide' });

/** A request as both sides see it. */
export const requestParts = {
  id,
  kind: requestKind,
  edition: z.object({ number: z.number().int(), digest: editionDigest }),
  askedAt: z.iso.datetime(),
  closesAt: z.iso.datetime().nullable().describe('When a health check ends; null for other requests.'),
  state: z
    .enum(['open', 'answered', 'signed', 'superseded', 'closed'])
    .describe('`superseded`: another edition stands. `signed`: by both sides.'),
  answers: z
    .array(sentAnswer.meta({ id: 'RoomAnswer' }))
    .describe(
      'What was sent, first to last; of a health check that is open, what you sent yourself alone; of an anonymous one that is over, nothing.',
    ),
  criteria: z
    .array(askedCriterion.meta({ id: 'AskedCriterion' }))
    .describe('Criteria of fit that a health check asks beside its dimensions, as whoever asks worded them.'),
  anonymous: z.boolean().describe('Of a health check: whether nobody ever reads who said what.'),
  unnamed: z
    .array(unnamedSide)
    .nullable()
    .describe('What each side said in an anonymous health check; null while it is open, and for other requests.'),
  signatures: z.object({ firm: signature.nullable(), partner: signature.nullable() }),
};

/** What somebody wrote and did not send. */
export const draft = z.object({
  verdict,
  words: z.string().nullable(),
  ratings: healthRatings.nullable(),
  writtenAt: z.iso.datetime(),
});

export const draftBody = z
  .strictObject({
    verdict,
    words: note.nullable().default(null),
    ratings: healthRatings.nullable().default(null).describe('Of a health check alone.'),
  })
  .refine(({ verdict: said, words }) => (said === 'comment' ? words !== null : said === 'confirm' || words === null), {
    message: 'A comment says something, and ratings have their comments with each score',
    path: ['words'],
  })
  .refine(({ verdict: said, ratings }) => (said === 'rated') === (ratings !== null), {
    message: 'What is rated has its ratings',
    path: ['ratings'],
  })
  .meta({ id: 'RoomDraft' });
export type RoomDraft = z.infer<typeof draftBody>;
