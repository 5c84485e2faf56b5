import { SUBJECT_KINDS } from '@entente/core/kernel';
import {
  ADVICE,
  CONFIGURATION_TYPES,
  type Finding,
  FINDING_DEFAULTS,
  FINDING_REASONS,
  FINDINGS,
  INPUT_NAMES,
  LEVELS,
  POPULATIONS,
  VERDICTS,
} from '@entente/core/portfolio';
import { VALUE_CHAIN_POSITIONS } from '@entente/core/register';
import { z } from 'zod';
import { firmRoutes } from './firm-routes.ts';
import { portfolioParameters, sourceRef } from './portfolio-query.ts';

const wholeUpTo = (most: number) => z.coerce.number().int().min(1).max(most);

/** How to read the findings: how the portfolio is counted, and what the rules ask for. */
export const findingsQuery = z
  .strictObject({
    ...portfolioParameters,
    longYears: wholeUpTo(100)
      .default(FINDING_DEFAULTS.longYears)
      .describe('Years from which an alliance is long-term.'),
    recentYears: wholeUpTo(100).default(FINDING_DEFAULTS.recentYears).describe('Years that count as recent.'),
    newPartnersAt: wholeUpTo(1000)
      .default(FINDING_DEFAULTS.newPartnersAt)
      .describe('New partner houses in the recent years from which a firm expands on its own initiative.'),
    reviewMonths: wholeUpTo(120)
      .default(FINDING_DEFAULTS.reviewMonths)
      .describe('Months within which a review is held.'),
    segmentedAt: z.coerce
      .number()
      .min(0)
      .max(1)
      .default(FINDING_DEFAULTS.segmentedAt)
      .describe('Segmentation index from which the domains of partners are apart.'),
    misalignedOver: z.coerce
      .number()
      .min(0)
      .max(100)
      .default(FINDING_DEFAULTS.misalignedOver)
      .describe('Percentage points between equity and contribution over which stakes no longer follow.'),
  })
  .meta({ id: 'FindingsQuery' });
export type FindingsQuery = z.infer<typeof findingsQuery>;

const inputValue = z.union([
  z.object({ kind: z.literal('count'), count: z.number() }),
  z.object({ kind: z.literal('years'), years: z.number().int() }),
  z.object({ kind: z.literal('shares'), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('configuration'), type: z.enum(CONFIGURATION_TYPES) }),
  z.object({ kind: z.literal('position'), position: z.enum(VALUE_CHAIN_POSITIONS) }),
  z.object({ kind: z.literal('unknown') }),
]);

const findingFact = z
  .object({
    record: z.object({ kind: z.enum(SUBJECT_KINDS), slug: z.string(), name: z.string() }),
    resource: z.string().nullable(),
    words: z.string().nullable(),
    date: z.string().nullable(),
    possible: z.boolean(),
    disputed: z.boolean(),
    evidence: z.array(sourceRef).readonly(),
  })
  .meta({ id: 'FindingFact' });

const finding = z
  .object({
    code: z.enum(FINDINGS),
    verdict: z.enum(VERDICTS),
    reason: z.enum(FINDING_REASONS),
    advice: z.enum(ADVICE),
    inputs: z
      .array(
        z.object({
          name: z.enum(INPUT_NAMES),
          value: inputValue,
          asked: z.object({ at: z.enum(['least', 'most']), than: z.number() }).nullable(),
          facts: z.array(findingFact).readonly(),
        }),
      )
      .readonly(),
    deciding: z.array(findingFact).readonly(),
  })
  .meta({ id: 'Finding' }) satisfies z.ZodType<Finding>;

/** Answer of GET …/organisations/{slug}/findings: the propositions and the findings beside them, on one day. */
export const findingsAnswer = z
  .object({
    focal: z.object({ slug: z.string(), name: z.string() }),
    /** The last day read; null when nothing of the firm is dated and no day was asked. */
    day: z.string().nullable(),
    population: z.enum(POPULATIONS),
    level: z.enum(LEVELS),
    parameters: z.object({
      longYears: z.number(),
      recentYears: z.number(),
      newPartnersAt: z.number(),
      reviewMonths: z.number(),
      segmentedAt: z.number(),
      misalignedOver: z.number(),
    }),
    findings: z.array(finding).readonly(),
    /** Titles of the sources, by key. */
    sources: z.record(z.string(), z.string()),
  })
  .meta({ id: 'FindingsAnswer' });
export type FindingsAnswer = z.infer<typeof findingsAnswer>;

export const findingsRoutes = firmRoutes({
  id: 'Findings',
  path: 'findings',
  query: findingsQuery,
  answer: findingsAnswer,
  summary: 'Read what the propositions on alliance portfolios find of {firm}, with inputs, evidence and advice',
});
