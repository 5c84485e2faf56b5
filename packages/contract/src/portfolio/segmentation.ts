import { EdtfDate } from '@entente/core/kernel';
import {
  CARVE_OUT_KINDS,
  LEVELS,
  MEETING_DIMENSIONS,
  POPULATIONS,
  type SegmentationReport,
} from '@entente/core/portfolio';
import { ALLIANCE_FORMS, DOMAIN_DIMENSIONS, OVERLAPS, RESOURCE_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { firmRoutes } from './firm-routes.ts';

/** Which alliances of a firm are read, by which sources, on which day. */
export const segmentationQuery = z
  .strictObject({
    population: z.enum(POPULATIONS).optional().describe('Which alliances count; the workspace has its own default.'),
    sources: z
      .string()
      .max(2000)
      .transform((keys) => keys.split(',').filter((key) => key !== ''))
      .optional()
      .describe('Source keys, separated by commas; all when left out.'),
    level: z.enum(LEVELS).default('house').describe('Whether partners are told apart as houses or one by one.'),
    asOf: z
      .string()
      .max(20)
      .refine((text) => EdtfDate.asOf(text).ok, 'Give a year, a month or a day, for example 2005 or 2005-04.')
      .optional()
      .describe('Read the end of this year, month or day; without it the last fact.'),
  })
  .meta({ id: 'SegmentationQuery' });
export type SegmentationQuery = z.infer<typeof segmentationQuery>;

export const evidence = z
  .array(z.object({ source: z.string(), place: z.string() }).meta({ id: 'SourceRef' }))
  .readonly();
const named = z.object({ slug: z.string(), name: z.string() });
const place = z.number().int();
export const overlap = z.enum(OVERLAPS);
const verdict = z.enum(['possible', 'certain']);
export const index = z.object({ from: z.number(), to: z.number() }).nullable();

export const party = z
  .object({ kind: z.enum(LEVELS), slug: z.string(), name: z.string(), organisations: z.array(named).readonly() })
  .meta({ id: 'Party' });

export const area = z
  .object({
    product: z.string().nullable(),
    market: z.string().nullable(),
    region: z.string().nullable(),
    activity: z.string().nullable(),
    uncertain: z.boolean(),
    from: z.string().nullable(),
    evidence,
  })
  .meta({ id: 'DomainArea' });

const dimensions = { product: overlap, market: overlap, region: overlap };

const alliance = named
  .extend({
    form: z.enum(ALLIANCE_FORMS).nullable(),
    start: z.string().nullable(),
    uncertain: z.boolean(),
    disputed: z.number().int(),
    parties: z.array(party).readonly(),
    areas: z.array(area).readonly(),
    evidence,
  })
  .meta({ id: 'SegmentedAlliance' });

const carveOut = z
  .object({
    kind: z.enum(CARVE_OUT_KINDS),
    dimension: z.enum(MEETING_DIMENSIONS),
    changes: z
      .array(
        z.object({
          alliance: place,
          from: z.array(z.string().nullable()).readonly(),
          to: z.string().nullable(),
          outside: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    steps: z.number().int(),
    certain: z.number().int(),
    possible: z.number().int(),
    index,
    removes: z.array(z.tuple([place, place]).readonly()).readonly(),
    adds: z.array(z.tuple([place, place]).readonly()).readonly(),
  })
  .meta({ id: 'CarveOut' });

const collision = z
  .object({
    one: place,
    other: place,
    overlap: verdict,
    meetings: z.array(z.object({ one: place, other: place, ...dimensions })).readonly(),
    carveOuts: z.array(carveOut).readonly(),
  })
  .meta({ id: 'Collision' });

export const offer = z
  .object({
    party,
    by: z.array(z.object({ alliance: named.nullable(), organisation: named, evidence })).readonly(),
  })
  .meta({ id: 'ResourceOffer' });

const supply = z
  .object({
    kind: z.enum(RESOURCE_KINDS),
    subject: z.string(),
    own: z.boolean(),
    singleSourced: z.boolean(),
    offers: z.array(offer).readonly(),
    elsewhere: z.array(offer).readonly(),
  })
  .meta({ id: 'ResourceSupply' });

const divert = z
  .object({
    party,
    elsewhere: named.extend({ evidence }),
    thirdParties: z.array(named).readonly(),
    since: z.string().nullable(),
    later: z.boolean().nullable(),
    against: named,
    overlap: verdict,
    meetings: z.array(z.object({ one: area, other: area, ...dimensions })).readonly(),
    sameResources: z.array(z.object({ kind: z.enum(RESOURCE_KINDS), subject: z.string(), evidence })).readonly(),
    causes: z
      .array(
        z.object({
          event: z.string(),
          title: z.string(),
          date: z.string().nullable(),
          dateDisputed: z.boolean(),
          cause: z.string(),
          evidence,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'PartnerDivert' });

const reach = z.union([
  z.object({ reach: z.literal('anywhere') }),
  z.object({ reach: z.literal('within'), term: z.string() }),
  z.object({ reach: z.literal('unknown') }),
]);

const exclusivity = z
  .object({
    right: z.object({
      paper: z.string().describe('Id of the paper that holds it.'),
      title: z.string(),
      alliance: named,
      bound: z.array(named).readonly(),
      towards: z.array(named).readonly(),
      product: reach,
      market: reach,
      region: reach,
      from: z.string().nullable(),
      until: z.string().nullable(),
      clause: z.string().nullable(),
    }),
    alliance: place,
    overlap: verdict,
    bound: z.array(named).readonly(),
    outsiders: z.array(named).readonly(),
    meetings: z.array(z.object({ area: place, ...dimensions })).readonly(),
  })
  .meta({ id: 'ExclusivityCollision' });

/** Answer of GET …/organisations/{slug}/portfolio/segmentation. Alliances are named by their place in `alliances`. */
export const segmentationAnswer = z
  .object({
    focal: z.string(),
    name: z.string(),
    population: z.enum(POPULATIONS),
    level: z.enum(LEVELS),
    sources: z.array(z.string()).readonly(),
    choosable: z
      .array(z.object({ key: z.string(), title: z.string(), year: z.string().nullable(), claims: z.number().int() }))
      .readonly()
      .describe('Sources that can be chosen, with the number of their claims.'),
    day: z.string(),
    pairs: z.number().int(),
    certain: z.number().int(),
    possible: z.number().int(),
    index,
    alliances: z.array(alliance).readonly(),
    collisions: z.array(collision).readonly(),
    exclusivities: z
      .array(exclusivity)
      .readonly()
      .describe('Alliances that fall, or may fall, under an exclusivity of another one.'),
    withoutProposals: z.number().int(),
    supplies: z.array(supply).readonly(),
    shared: z
      .array(z.object({ what: z.string(), by: z.array(z.object({ alliance: named, evidence })).readonly() }))
      .readonly(),
    diverts: z.array(divert).readonly(),
    terms: z
      .array(
        z.object({
          dimension: z.enum(DOMAIN_DIMENSIONS),
          term: z.string(),
          broader: z.array(z.string()).readonly(),
          classified: z.boolean(),
        }),
      )
      .readonly(),
    undated: z.array(named).readonly(),
  })
  .meta({ id: 'SegmentationAnswer' }) satisfies z.ZodType<SegmentationReport>;
export type SegmentationAnswer = z.infer<typeof segmentationAnswer>;

export const segmentationRoutes = firmRoutes({
  id: 'Segmentation',
  path: 'portfolio/segmentation',
  query: segmentationQuery,
  answer: segmentationAnswer,
  summary: 'Read where the alliances of {firm} collide, who else supplies its resources, and which partners divert',
});
