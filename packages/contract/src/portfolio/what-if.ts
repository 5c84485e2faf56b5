import { AIMS, CONFIGURATION_TYPES, DOMAIN_DIMENSIONS, FINDINGS, LEVELS, VERDICTS } from '@entente/core/portfolio';
import { ALLIANCE_FORMS, RESOURCE_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { edtf, line, reference, share, slug } from '../field/index.ts';
import type { Route } from '../problem/index.ts';
import { firmRoutes } from './firm-routes.ts';
import { portfolioParameters } from './portfolio-query.ts';
import { area, evidence, index, offer, overlap, party } from './segmentation.ts';

const MOST_CANDIDATES = 12;
const MOST_RESOURCES = 20;

const term = slug.nullable();

export const candidateMove = z
  .strictObject({
    partner: z
      .union([
        z.strictObject({ organisation: reference }),
        z.strictObject({ house: reference }),
        z.strictObject({ name: line }),
      ])
      .describe('An organisation or a house of the workspace, or the name of somebody whom it does not hold.'),
    form: z.enum(ALLIANCE_FORMS),
    start: edtf,
    ownShare: share.nullable().default(null),
    partnerShare: share.nullable().default(null),
    resources: z
      .array(z.strictObject({ kind: z.enum(RESOURCE_KINDS), subject: slug }))
      .max(MOST_RESOURCES)
      .default([])
      .describe('What the partner would bring.'),
    domain: z
      .strictObject({ product: term.default(null), market: term.default(null), region: term.default(null) })
      .nullable()
      .default(null)
      .describe('Where it would work; null says nothing about it.'),
  })
  .meta({ id: 'CandidateMove' });

const weight = z.number().min(0).max(100);

export type CandidateMove = z.infer<typeof candidateMove>;

/** Candidate moves to compare, and what they are wanted for. */
export const whatIfQuestion = z
  .strictObject({
    candidates: z.array(candidateMove).min(1).max(MOST_CANDIDATES),
    aims: z
      .partialRecord(z.enum(AIMS), weight)
      .default({})
      .describe('Weights by aim; what is left out weighs nothing.'),
  })
  .meta({ id: 'WhatIfQuestion' });
export type WhatIfQuestion = z.infer<typeof whatIfQuestion>;

const figures = z
  .object({
    scope: z.number(),
    shaping: z.number().int(),
    label: z.enum(CONFIGURATION_TYPES),
    agreement: z.number().min(0).max(1),
    contested: z.boolean(),
    size: z.number().int(),
    partners: z.number().int(),
    houses: z.number().int(),
    repeatShare: z.number().nullable(),
    houseConcentration: z.number().nullable(),
  })
  .meta({ id: 'PortfolioFigures' });

const namedRecord = z.object({ slug: z.string(), name: z.string() });

const segmentationFigures = z
  .object({ pairs: z.number().int(), certain: z.number().int(), possible: z.number().int(), index })
  .meta({ id: 'SegmentationFigures' });
const redundancyFigures = z
  .object({ singleSourced: z.number().int(), redundant: z.number().int() })
  .meta({ id: 'RedundancyFigures' });

const addedCollision = z
  .object({
    alliance: namedRecord,
    parties: z.array(party).readonly(),
    overlap: z.enum(['certain', 'possible']),
    theirs: area,
    product: overlap,
    market: overlap,
    region: overlap,
  })
  .meta({ id: 'AddedCollision' });

const broughtResource = z
  .object({
    kind: z.enum(RESOURCE_KINDS),
    subject: z.string(),
    own: z.boolean().describe('The firm holds it itself, or brings it to an alliance.'),
    offers: z.array(offer).readonly().describe('Other houses that bring it to an alliance of the firm.'),
    elsewhere: z.array(offer).readonly().describe('Houses outside the firm’s alliances that have it by the record.'),
  })
  .meta({ id: 'BroughtResource' });

const position = z
  .object({
    degree: z.number().int(),
    effectiveSize: z.number().nullable(),
    efficiency: z.number().nullable(),
    constraint: z.number().nullable(),
    /** Those that weigh most in constraint, first; `total` counts all. */
    contacts: z
      .array(
        z.object({
          contact: z.object({ kind: z.enum(LEVELS), slug: z.string(), name: z.string() }).nullable(),
          weight: z.number(),
          share: z.number(),
          redundancy: z.number(),
          constraint: z.number(),
          alliances: z.array(namedRecord).readonly(),
          evidence,
        }),
      )
      .readonly(),
    total: z.number().int(),
  })
  .describe('Null contact: the partner of the candidate, who is in no tie yet.')
  .meta({ id: 'PositionWith' });
export type PositionAnswer = z.infer<typeof position>;

const outlook = z
  .object({
    /** The partner of the candidate. */
    candidate: z.string(),
    after: figures,
    type: z.enum(CONFIGURATION_TYPES).nullable(),
    founds: z.boolean(),
    counted: z.boolean(),
    partner: z.enum(['existing', 'new']).nullable(),
    fresh: z.array(z.string()).readonly(),
    changes: z
      .array(z.object({ code: z.enum(FINDINGS), before: z.enum(VERDICTS), after: z.enum(VERDICTS) }))
      .readonly(),
    /** Partners whose domain the candidate would enter; null when nothing is said of its own. */
    retaliators: z
      .array(
        z.object({
          partner: namedRecord,
          alliance: namedRecord,
          certain: z.boolean(),
          shared: z.array(z.enum(DOMAIN_DIMENSIONS)).readonly(),
          open: z.array(z.enum(DOMAIN_DIMENSIONS)).readonly(),
        }),
      )
      .readonly()
      .nullable(),
    /** Collisions that it adds; null outside the population. */
    collisions: z.object({ after: segmentationFigures, added: z.array(addedCollision).readonly() }).nullable(),
    redundancy: z.object({ after: redundancyFigures, brought: z.array(broughtResource).readonly() }),
    position,
  })
  .meta({ id: 'Outlook' });

const gains = z.record(z.enum(AIMS), z.number().nullable());

/** Answer of POST …/what-if: today and each candidate, in the order asked; nothing is written. */
export const whatIfAnswer = z
  .object({
    focal: namedRecord,
    /** The day on which all are read: the asked one, or the last beginning of a candidate. */
    day: z.string(),
    today: figures,
    segmentation: segmentationFigures,
    redundancy: redundancyFigures,
    /** In the network of all recorded alliances, at the end of the year of the day. */
    position,
    outlooks: z.array(outlook).readonly(),
    /** In the order of the candidates, and last that of leaving things as they are; null without aims. */
    scores: z
      .array(z.object({ score: z.number(), gains, unknown: z.array(z.enum(AIMS)).readonly() }))
      .readonly()
      .nullable(),
  })
  .meta({ id: 'WhatIfAnswer' });
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;

const read = firmRoutes({
  id: 'WhatIf',
  path: 'what-if',
  query: z.strictObject(portfolioParameters).meta({ id: 'WhatIfQuery' }),
  answer: whatIfAnswer,
  summary: 'Compare moves that {firm} could make with leaving its alliance portfolio as it is',
});

/** A reading with a body: candidates are told, nothing is kept. */
const asked = { method: 'post', body: whatIfQuestion } as const;

const problems = [...read.organisation.problems, 'candidate-own'] as const;

export const whatIfRoutes = {
  organisation: { ...read.organisation, ...asked, problems, id: 'askOrganisationWhatIf' },
  house: { ...read.house, ...asked, problems, id: 'askHouseWhatIf' },
} satisfies Readonly<Record<string, Route>>;
