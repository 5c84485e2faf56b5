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
export { type Focal, ownSideOf } from './own-side.ts';
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
