import {
  CONFIGURATION_TYPES,
  LEVELS,
  type Milestones,
  MOVE_KINDS,
  POPULATIONS,
  type PortfolioReport,
} from '@entente/core/portfolio';
import { ALLIANCE_FORMS, ENDINGS, EVENT_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { firmRoutes } from './firm-routes.ts';
import { portfolioQuery, sourceRef } from './portfolio-query.ts';

export {
  type FirmYearsAnswer,
  firmYearsAnswer,
  type FirmYearsQuery,
  type MeasuredFirm,
  type MeasureInputsAnswer,
  measureInputsAnswer,
  type MeasureInputsQuery,
  measureInputsRoutes,
  type MeasuresAnswer,
  measuresAnswer,
  type MeasuresQuery,
  measuresRoutes,
  type MeasureValues,
  PANEL_MEASURES,
  type PanelMeasureName,
  type PanelQuery,
  panelRoutes,
} from './measures.ts';
export {
  type CandidateScreenAnswer,
  type CandidateScreensAnswer,
  candidateScreensAnswer,
  type CandidateScreensQuery,
  candidateScreensRoutes,
  MOST_SCREENED,
} from './candidate-screens.ts';
export { type PortfolioQuery, portfolioQuery } from './portfolio-query.ts';

const novelty = z.enum(['existing', 'new']).nullable();
const label = z.enum(CONFIGURATION_TYPES);

const pathEntry = z
  .object({
    year: z.number().int(),
    scope: z.number(),
    shaping: z.number().int(),
    label,
    agreement: z.number().min(0).max(1),
    contested: z.boolean(),
  })
  .meta({ id: 'PathEntry' });

const moveEntry = z
  .object({
    date: z.string(),
    alliance: z.string(),
    kind: z.enum(MOVE_KINDS),
    partner: novelty,
    resource: novelty,
    type: label.nullable(),
    resources: z.array(z.string()).readonly(),
    partners: z.array(z.string()).readonly(),
    evidence: z.array(sourceRef).readonly(),
  })
  .meta({ id: 'MoveEntry' });

const partnerEntry = z
  .object({
    slug: z.string(),
    kind: z.enum(LEVELS),
    name: z.string(),
    since: z.string(),
    ties: z
      .array(
        z.object({
          alliance: z.string(),
          organisation: z.string(),
          from: z.string(),
          until: z.string().nullable(),
          evidence: z.array(sourceRef).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'PartnerEntry' });

const contestReason = z.union([
  z.object({ code: z.enum(['scope-at-threshold', 'scope-one-short', 'shaping-at-threshold', 'shaping-one-short']) }),
  z.object({ code: z.literal('level-decides'), scopeByHouse: z.number(), scopeByOrganisation: z.number() }),
  z.object({ code: z.literal('window-decides') }),
]);

const yearExplanation = z
  .object({
    year: z.number().int(),
    day: z.string(),
    partners: z.array(z.object({ partner: z.number().int(), weight: z.number() })).readonly(),
    explorativeMoves: z.array(z.number().int()).readonly(),
    parameterSets: z.number().int(),
    reasons: z.array(contestReason).readonly(),
    uncertain: z.boolean(),
  })
  .meta({ id: 'YearExplanation' });

const portfolioReport = z
  .object({
    focal: z.string(),
    population: z.enum(POPULATIONS),
    sources: z.array(z.string()).readonly(),
    window: z.union([z.literal('all'), z.number().int()]),
    level: z.enum(LEVELS),
    scopeAt: z.number().int(),
    shapingAt: z.number().int(),
    asOf: z.string().nullable(),
    path: z.array(pathEntry).readonly(),
    recent: z.array(pathEntry).readonly(),
    founding: z.array(moveEntry).readonly(),
    moves: z.array(moveEntry).readonly(),
    explanation: z.object({
      rule: z.literal('portfolio.configuration'),
      partners: z.array(partnerEntry).readonly(),
      path: z.array(yearExplanation).readonly(),
      recent: z.array(yearExplanation).readonly(),
    }),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), alliance: z.string().nullable() })).readonly(),
  })
  .meta({ id: 'PortfolioReport' }) satisfies z.ZodType<PortfolioReport>;

const datedText = z
  .object({ text: z.string(), earliest: z.string().nullable(), latest: z.string().nullable() })
  .meta({ id: 'DatedText' });

const holding = z.object({
  from: datedText.nullable(),
  shares: z
    .array(z.object({ holder: z.string().nullable(), name: z.string(), share: z.string().nullable() }))
    .readonly(),
});

const bar = z
  .object({
    alliance: z.string(),
    name: z.string(),
    form: z.enum(ALLIANCE_FORMS).nullable(),
    start: datedText.nullable(),
    end: z.union([datedText, z.literal('unknown')]).nullable(),
    ending: z.enum(ENDINGS).nullable(),
    endedInto: z.string().nullable(),
    holdings: z.array(holding).readonly(),
    disputed: z.number().int(),
    evidence: z.array(sourceRef).readonly(),
  })
  .meta({ id: 'TimelineBar' });

const milestones = z
  .object({
    lanes: z
      .array(z.object({ slug: z.string(), kind: z.enum(LEVELS), name: z.string(), bars: z.array(bar).readonly() }))
      .readonly(),
    events: z
      .array(
        z.object({
          event: z.string(),
          title: z.string(),
          date: datedText,
          kind: z.enum(EVENT_KINDS).nullable(),
          alliances: z.array(z.string()).readonly(),
          evidence: z.array(sourceRef).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Milestones' }) satisfies z.ZodType<Milestones>;

/** Answer of GET …/organisations/{slug}/portfolio: the report, its drawing through time, and names for its slugs. */
export const portfolioAnswer = z
  .object({
    report: portfolioReport,
    milestones,
    /** Names of the alliances and organisations that the report and the milestones mention, by slug. */
    names: z.object({
      alliances: z.record(z.string(), z.string()),
      organisations: z.record(z.string(), z.string()),
    }),
    /** Sources that can be chosen, with the number of claims each gives. */
    sources: z.array(
      z.object({ key: z.string(), title: z.string(), year: z.string().nullable(), claims: z.number().int() }),
    ),
  })
  .meta({ id: 'PortfolioAnswer' });
export type PortfolioAnswer = z.infer<typeof portfolioAnswer>;

export const portfolioRoutes = firmRoutes({
  id: 'Portfolio',
  path: 'portfolio',
  query: portfolioQuery,
  answer: portfolioAnswer,
  summary: 'Read where the alliance portfolio of {firm} stands through time, and why',
});

export {
  type NetworkTiesAnswer,
  networkTiesAnswer,
  type NetworkTiesQuery,
  networkTiesRoutes,
} from './network-ties.ts';
export {
  type SegmentationAnswer,
  segmentationAnswer,
  type SegmentationQuery,
  segmentationQuery,
  segmentationRoutes,
} from './segmentation.ts';
export { REVIEW_STEPS, type ReviewDifferenceAnswer, type ReviewStepAnswer, type ReviewUndo } from './review-history.ts';
export {
  firmReviewRoutes,
  firmReviewsAnswer,
  type FirmReviewsAnswer,
  PROPOSAL_KINDS,
  type ReviewAnswer,
  type ReviewChange,
  type ReviewContributionAnswer,
  type ReviewCreation,
  type ReviewDecision,
  type ReviewHeadAnswer,
  reviewRoutes,
  type ReviewSigning,
  reviewsQuery,
  type ReviewsQuery,
} from './reviews.ts';
export { type FindingsAnswer, findingsAnswer, type FindingsQuery, findingsQuery, findingsRoutes } from './findings.ts';
export {
  CANDIDATE_STATES,
  candidateMoveRoutes,
  type KeptMoveAnswer,
  type KeptMoveChange,
  type KeptMovesAnswer,
  type MoveKeeping,
  type MoveTurning,
} from './candidate-moves.ts';
export {
  type CandidateMove,
  type PositionAnswer,
  type WhatIfAnswer,
  whatIfAnswer,
  type WhatIfQuestion,
  whatIfQuestion,
  whatIfRoutes,
} from './what-if.ts';
