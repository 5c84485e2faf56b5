export {
  type Configuration,
  configurationOf,
  type ContestReason,
  type CountedPartner,
  type PortfolioWarning,
  type Standing,
} from './configuration.ts';
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
export type { MoveEntry, PartnerEntry, PathEntry, YearExplanation } from './report.ts';
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
export { type JoinedReadings, NOTHING_JOINED } from './propositions/joined-readings.ts';
export { type Aim, AIMS, type Aims, CONCERNS, type Score } from './what-if/aims.ts';
export { type Candidate, type CandidateDomain, type CandidatePartner, registerWith } from './what-if/candidate.ts';
export { type PortfolioFigures } from './what-if/figures.ts';
export { DOMAIN_DIMENSIONS, type DomainDimension, type Retaliator, type TermsMeet } from './what-if/retaliation.ts';
export type { FindingChange, Outlook } from './what-if/outlook.ts';
export { type WhatIf, whatIf, type WhatIfChoices } from './what-if/what-if.ts';
