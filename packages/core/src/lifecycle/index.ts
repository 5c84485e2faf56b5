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
