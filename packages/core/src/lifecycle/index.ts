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
export {
  DUE_GROUPS,
  dueGroup,
  type DueGroup,
  type LapsingWaiver,
  lifecycleDue,
  type LifecycleDue,
  type WaitingGate,
} from './dossier/due.ts';
export { type Amount, amountSum, comparedAmounts, isAmount } from './design/amounts.ts';
export {
  type Approval,
  approvals,
  type Authority,
  AUTHORITY,
  type AuthorityGap,
  authorityGaps,
  type AuthorityMatter,
  type AuthorityRule,
  partiesOf,
} from './design/authority.ts';
export {
  type Body,
  BODY,
  BODY_KINDS,
  type BodyReading,
  bodyReading,
  type Quorum,
  quorumSeats,
  type ReservedMatter,
  type Seat,
} from './design/body.ts';
export {
  type Clause,
  CLAUSE_STATES,
  clauseChecklist,
  type Clauses,
  CLAUSES,
  type ClausesReading,
  clausesReading,
  type ClauseState,
} from './design/clauses.ts';
export {
  ALLIANCE_RISK_KINDS,
  type AllianceRiskKind,
  type Control,
  CONTROL_FREQUENCIES,
  type ControlFrequency,
  CONTROL_KINDS,
  type ControlKind,
  type ControlledRisk,
  type ControlPlan,
  CONTROL_PLAN,
  controlPlanReading,
  CONTROLS_FOR,
  type RiskReading,
} from './design/control-plan.ts';
export {
  type DatedRung,
  datedRungs,
  type Deadlock,
  type DeadlockEnd,
  DEADLOCK_ENDS,
  type DeadlockLadder,
  DEADLOCK_LADDER,
  type DeadlockStanding,
  deadlockStandings,
  type DeadlockRung,
} from './design/deadlock-ladder.ts';
export { DEFAULT_CLAUSES, type DefaultClause } from './design/default-clauses.ts';
export { type Exclusivity, EXCLUSIVITY, type ExclusivityReach } from './design/exclusivity.ts';
export {
  type CurrencyTotal,
  dueDays,
  type Fulfilment,
  nextDue,
  type Obligation,
  OBLIGATION,
  OBLIGATION_CATEGORIES,
  type ObligationReading,
  obligationReading,
  OBLIGATION_SIDES,
  OBLIGATION_STATES,
  type ObligationState,
  obligationTotals,
  type Recurrence,
  RECURRENCES,
} from './design/obligation.ts';
export {
  type Majority,
  MAJORITY_KINDS,
  type MajorityKind,
  MOST_VOTERS,
  type Part,
  partOf,
  type Voter,
  votesNeeded,
  votingReading,
  type VotingReading,
} from './design/voting.ts';
export { dayAfter, dayAfterMonths, daysBetween, daysLate } from './days.ts';
export { NO_FACTS, type PaperFacts, type PaperRule } from './dossier/paper-rule.ts';
export { paperTitle } from './dossier/paper-title.ts';
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
export { type DriftGap, type FitDrift, fitDrift, type SideDrift } from './evaluation/fit-drift.ts';
export {
  FIT_DIMENSIONS,
  type FitDimension,
  HEALTH_DIMENSION_WORDS,
  HEALTH_DIMENSIONS,
  HEALTH_STATEMENTS,
  type HealthDimension,
  type HealthGap,
  healthGaps,
  type HealthRating,
  type JudgedDimension,
  LEAST_UNNAMED,
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
export { type Contact, contactByLevel } from './management/contact.ts';
export {
  type DefaultHandOverItem,
  HAND_OVER,
  HAND_OVER_ITEMS,
  HAND_OVER_STATES,
  type HandOver,
  type HandOverItem,
  handOverProgress,
} from './management/hand-over.ts';
export {
  DEFAULT_LADDER,
  type Escalation,
  escalationOf,
  ISSUE,
  type Issue,
  ISSUE_SEVERITIES,
  ISSUE_STATES,
  type EscalationRung,
} from './management/issue.ts';
export {
  type AgendaBudget,
  agendaBudget,
  type AgendaItem,
  type Attendee,
  ATTENDANCES,
  CONTACT_LEVELS,
  type ContactLevel,
  MEETING,
  type Meeting,
  MEETING_SIDES,
  MEETING_STATES,
  meetingClocks,
  type MeetingTime,
  meetingTime,
} from './management/meeting.ts';
export { type Workload, workloadOf, type WorkPaper } from './management/workload.ts';
export {
  instantsOf,
  isTimeZone,
  type LocalTime,
  localTimeAt,
  type Occurrence,
  OCCURRENCES,
} from './management/zoned-time.ts';
export { agreementZone, type AgreementZone } from './negotiation/agreement-zone.ts';
export { type Frontier, frontierOf } from './negotiation/frontier.ts';
export type { Corner, Piece } from './negotiation/issue-offers.ts';
export { isAcceptable, valueOf, wantsOf, weightsOf } from './negotiation/issue-values.ts';
export { NEGOTIATION } from './negotiation/negotiation-rule.ts';
export {
  type NegotiationIssue,
  ISSUE_TOPICS,
  type Negotiation,
  type NumberAim,
  type NumberIssue,
  type OptionAim,
  type OptionIssue,
  type Proposal,
  type Settled,
  type Side,
  SIDES,
} from './negotiation/negotiation.ts';
export {
  type Concession,
  inTime,
  type ProposalStanding,
  proposalStandings,
} from './negotiation/proposal-standing.ts';
export {
  type Agreement,
  agreementOf,
  type Term,
  TERM_HEADINGS,
  TERM_SHEET,
  TERM_STATES,
  type TermHeading,
  type TermSheet,
  termSheetFrom,
} from './negotiation/term-sheet.ts';
export { TERM_SHEET_WORDS } from './negotiation/term-sheet-words.ts';
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
  type ChoiceReading,
  choiceReading,
  type MethodRanking,
  type SampledAppraisals,
  type UnrankedCandidate,
} from './selection/choice-reading.ts';
export { type ChoiceLevel, type JudgedLevel, judgedTogether } from './selection/choice-weights.ts';
export {
  CANDIDATE_STAGES,
  type CandidateStage,
  CHOICE_METHODS,
  type ChoiceCandidate,
  type ChoiceCriterion,
  type ChoiceJudgements,
  type ChoiceMethod,
  type ChoiceRater,
  type ChoiceRatings,
  PARTNER_CHOICE,
  type PartnerChoice,
  RATING_SCALE,
} from './selection/partner-choice.ts';
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
export {
  ALLIANCE_MARK_WORDS,
  ALLIANCE_MARKS,
  type AllianceMark,
  ALLIANCE_TEST,
  type AllianceTest,
  type AllianceVerdict,
  allianceVerdict,
  ANSWERS,
  type MarkAnswer,
} from './strategy/alliance-test.ts';
export {
  type Arrangement,
  ARRANGEMENT_CRITERIA,
  ARRANGEMENTS,
  type ArrangementScore,
  type ComparedArrangements,
  comparedArrangements,
  MODE_COMPARISON,
  type ModeComparison,
} from './strategy/arrangements.ts';
export { CHARTER, type Charter, CHARTER_PARTS, charterGaps, type CharterPart } from './strategy/charter.ts';
export {
  ALLIANCE_ADVANTAGES,
  ALLIANCE_DISADVANTAGES,
  type Expectation,
  EXPECTATION_OUTCOMES,
  EXPECTATIONS,
  type Expectations,
  type ExpectationTally,
  expectationTally,
} from './strategy/expectations.ts';
export { COMPLETION, type Completion, COMPLETION_PARTS, type CompletionPart } from './termination/completion.ts';
export {
  EXIT_AREAS,
  EXIT_PLAN,
  EXIT_TRIGGERS,
  type ExitPlan,
  type ExitProgress,
  exitProgress,
  type ExitTask,
  type ExitTrigger,
  STAKE_WAYS,
  type StakeUnwinding,
  TASK_STATES,
  TRIGGER_STATES,
} from './termination/exit-plan.ts';
export { LESSON, type Lesson, LESSON_KINDS } from './termination/lesson.ts';
export { type StakeToUnwind, type UnwindingWrite, unwindingWrites } from './termination/unwinding.ts';
