export {
  type CriterionState,
  type Gate,
  gateOf,
  type JudgedApprover,
  type JudgedCriterion,
} from './course/gate.ts';
export { type Lifecycle, type StageRecord, stageRecord, type Visit } from './course/lifecycle.ts';
export {
  endingsBySkipped,
  type ReportedStage,
  reportedStages,
  type SkippedAgainstEnding,
  stageWaiver,
  type Standing,
  standingOf,
  type StageTime,
} from './course/standing.ts';
export { type Approver, type Step, STEP_KINDS, type StepContent, type StepKind } from './course/step.ts';
export { lifecycleAfter, lifecycleOf } from './course/steps.ts';
export {
  GOVERNANCE_FORMS,
  governanceAdvice,
  type GovernanceAdvice,
  type GovernanceForm,
  type GovernanceInputs,
  type MemberResources,
  type Preference,
  type ResourceProfile,
} from './design/governance-form.ts';
export { daysBetween, daysLate } from './days.ts';
export {
  DUE_GROUPS,
  dueGroup,
  type DueGroup,
  type LapsingWaiver,
  lifecycleDue,
  type LifecycleDue,
  type WaitingGate,
} from './dossier/due.ts';
export { NO_FACTS, type PaperFacts, type PaperRule } from './dossier/paper-rule.ts';
export { keyTwice, type PartKey } from './dossier/part-keys.ts';
export { type Said, saidPoint, type SaidPoint } from './dossier/said.ts';
export {
  type Basis,
  BASIS_KINDS,
  type Course,
  COURSE_DECISION,
  type CourseDecision,
  COURSES,
} from './evaluation/course-decision.ts';
export {
  HEALTH_DIMENSION_WORDS,
  HEALTH_DIMENSIONS,
  HEALTH_STATEMENTS,
  type HealthDimension,
  type HealthGap,
  healthGaps,
  type HealthRating,
  type SideHealth,
} from './evaluation/health-check.ts';
export {
  METRIC,
  type Metric,
  METRIC_DIRECTIONS,
  METRIC_TIMINGS,
  type MetricReading,
  nextReadingDay,
  type Quadrant,
  QUADRANTS,
} from './evaluation/metric.ts';
export { type MetricState, metricState, type MetricTrend, TREND_READINGS } from './evaluation/metric-state.ts';
export { type Action, ACTION, ACTION_STATES } from './management/action.ts';
export { recordedLifecycle } from './course/taken.ts';
export type {
  ExitCriterion,
  LifecycleTemplate,
  Stage,
  StageItem,
  Vocabulary,
} from './templates/lifecycle-template.ts';
export { SEVEN_STAGES } from './templates/seven-stages.ts';
export { CROSS_WALK, VOCABULARIES } from './templates/vocabularies.ts';
export {
  type Appraisal,
  appraisalOf,
  DEFAULT_NORMALISATION,
  type Normalisation,
  NORMALISATIONS,
  scoresUnder,
  SELECTION_METHODS,
  type SelectionMethod,
} from './selection/appraisal.ts';
export {
  type CriteriaLevel,
  type CriteriaNode,
  DEFAULT_CRITERIA,
  type WeightedCriteria,
  weightedCriteria,
  type WeightedCriterion,
} from './selection/criteria-tree.ts';
export {
  type Alternative,
  type Criterion,
  type DecisionMatrix,
  type Direction,
  DIRECTIONS,
  type JudgedMatrix,
  judgedMatrix,
  type Unranked,
} from './selection/decision-matrix.ts';
export {
  type GroupJudgements,
  groupJudgements,
  type JudgementSpread,
  type Rater,
  type RatersJudgements,
} from './selection/group-judgements.ts';
export {
  type GroupRanking,
  groupRanking,
  type GroupRatings,
  groupRatings,
  type Rating,
  type RatingSheet,
} from './selection/group-ratings.ts';
export { type JudgedJudgements, judgedJudgements, type Judgements, judgementText } from './selection/judgements.ts';
export {
  preferenceFor,
  PREFERENCE_SHAPES,
  type PreferenceFunction,
  type PreferenceShape,
  type PreferenceThreshold,
  THRESHOLDS_OF,
} from './selection/preference-functions.ts';
export { type Priorities, prioritiesOf, synthesisOf, type WorstJudgement } from './selection/priorities.ts';
export { type RandomIndex, randomIndexFor } from './selection/random-index.ts';
export { rankedScores, type Ranking, rankingOf, ranksOf, type Score } from './selection/ranking.ts';
export { type Sensitivity, sensitivityOf, type WeightInterval } from './selection/sensitivity.ts';
export { type Spread, spreadOf } from './selection/spread.ts';
