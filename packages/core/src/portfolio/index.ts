export { evidencePlaces } from './evidence-places.ts';
export {
  type Configuration,
  configurationOf,
  type ContestReason,
  type CountedPartner,
  type PortfolioWarning,
  type Standing,
} from './configuration.ts';
export { type ActiveAlliance, type Area, type Meeting, MEETING_DIMENSIONS, type MeetingDimension } from './areas.ts';
export {
  type CandidateCollision,
  type CandidateScreen,
  candidateScreens,
  candidatesIn,
  SIZE_QUANTITIES,
} from './candidate-screens.ts';
export { CARVE_OUT_KINDS, type CarveOut, type CarveOutKind, carveOutsOf, type TermChange } from './carve-outs.ts';
export {
  type Collision,
  type IndexInterval,
  type Segmentation,
  segmentationIndex,
  segmentationOf,
  type SegmentationParameters,
} from './collisions.ts';
export { type Dealing, type Divert, divertsOf } from './diverts.ts';
export { type ExclusiveRight } from './exclusivities.ts';
export { type Offer, type Redundancy, redundancyOf, type ResourceSupply, type SharedResource } from './redundancy.ts';
export {
  CONFIGURATION_TYPES,
  type ConfigurationType,
  configurationType,
  type Move,
  MOVE_KINDS,
  type MoveKind,
  type Novelty,
  resourceKey,
} from './moves.ts';
export { type Focal, type OwnSide, ownSideOf } from './own-side.ts';
export {
  type ConfigurationParameters,
  DEFAULT_PARAMETERS,
  type Level,
  LEVELS,
  type Population,
  POPULATIONS,
  RECENT_WINDOW,
  type Window,
} from './parameters.ts';
export { portfolioReport, type PortfolioReport } from './report.ts';
export {
  type Bar,
  type DatedText,
  type HeldShare,
  type Holding,
  type Lane,
  type MilestoneEvent,
  type Milestones,
  milestonesOf,
} from './milestones.ts';
export {
  type AreaEntry,
  type CarveOutEntry,
  type CollisionEntry,
  type DivertEntry,
  type ExclusivityEntry,
  type MeetingEntry,
  type Named,
  type OfferEntry,
  type Party,
  type SegmentationReport,
  type SegmentedAlliance,
  type SupplyEntry,
} from './segmentation-entries.ts';
export { segmentationReport } from './segmentation-report.ts';
export { dayToRead } from './last-fact.ts';
export type { MoveEntry, PartnerEntry, PathEntry, YearExplanation } from './report.ts';
export {
  COUNTED_MEASURES,
  type CountedInput,
  type CountedMeasure,
  type Counting,
  COUNTINGS,
  measureInputs,
  type MeasureInputs,
  POSITION_MEASURES,
  type PositionMeasure,
} from './measure-inputs.ts';
export { type SharedAlliances, sharedAlliances } from './shared-alliances.ts';
export { type AdditiveMove, additiveMovesOf, panelHouse, panelSide, panelUnit } from './panel-units.ts';
export { beginningOf, POPULATION_FORMS } from './ties.ts';
export { type EquityMember, equityIn } from './review/equity.ts';
export {
  DEFAULT_REVIEW_PARAMETERS,
  type FirmReviews,
  firmReviews,
  type KeptReview,
  misalignmentIn,
  REVIEW_STATES,
  type ReviewAlert,
  type ReviewedAlliance,
  type ReviewPoint,
  type ReviewState,
  type ToldMisalignment,
  toldMisalignment,
} from './review/firm-reviews.ts';
export { Fraction } from './review/fractions.ts';
export { type Misalignment, misalignmentOf } from './review/misalignment.ts';
export {
  CONTROL_THRESHOLDS,
  type ControlChange,
  type Proposal,
  type ProposalConstraints,
  proposalWithin,
} from './review/proposals.ts';
export {
  type CoalitionValue,
  contributionsOf,
  criterionSums,
  DEFAULT_CRITERIA,
  type ReviewContent,
  type ReviewContribution,
  type ReviewCriterion,
  type ReviewMember,
  reviewProblems,
  weightsOf,
} from './review/review.ts';
export { type FiredEvent, REVIEW_EVENTS } from './review/schedule.ts';
export { MOST_SHAPLEY_MEMBERS, shapleyParts, shapleyValues } from './review/shapley.ts';
export {
  type NotedContribution,
  REVIEW_FIELDS,
  type ReviewDifference,
  type ReviewDocument,
  type ReviewField,
  reviewDifferences,
  reviewWithout,
} from './review/versions.ts';
export {
  type Advice,
  ADVICE,
  type Finding,
  FINDING_DEFAULTS,
  FINDING_REASONS,
  type FindingCode,
  type FindingFact,
  type FindingInput,
  type FindingParameters,
  type FindingReason,
  FINDINGS,
  INPUT_NAMES,
  type InputName,
  type InputValue,
  LONE_FINDINGS,
  PROPOSITIONS,
  type Verdict,
  VERDICTS,
} from './propositions/finding.ts';
export { tellsOfLoss } from './propositions/falling-words.ts';
export { dayOfLastFact, type FindingChoices, findingsOf } from './propositions/findings.ts';
export { judgedReadings } from './propositions/judged-readings.ts';
export { type JoinedReadings, NOTHING_JOINED } from './propositions/joined-readings.ts';
export { type Aim, AIMS, type Aims, CONCERNS, type Score } from './what-if/aims.ts';
export { type Candidate, type CandidateDomain, type CandidatePartner, registerWith } from './what-if/candidate.ts';
export type { AddedCollision, SegmentationFigures } from './what-if/collision-effect.ts';
export { type PortfolioFigures } from './what-if/figures.ts';
export type { BroughtResource, RedundancyFigures } from './what-if/redundancy-effect.ts';
export { DOMAIN_DIMENSIONS, type DomainDimension, type Retaliator, type TermsMeet } from './what-if/retaliation.ts';
export type { FindingChange, Outlook } from './what-if/outlook.ts';
export {
  type WhatIf,
  whatIfDay,
  whatIfFrom,
  type WhatIfToday,
  whatIfToday,
} from './what-if/what-if.ts';
