export {
  LIFECYCLE_ENDINGS,
  LIFECYCLE_STATES,
  type LifecycleBoardAnswer,
  type LifecycleCardAnswer,
} from './board.ts';
export type { GovernanceFormAnswer } from './governance.ts';
export { type LifecycleQuery, lifecycleQuery, lifecycleRoutes } from './lifecycle-routes.ts';
export type { AllianceLifecycleAnswer } from './lifecycle.ts';
export { type LifecycleStepAnswer, type LifecycleStepCreation, lifecycleStepCreation } from './step.ts';
export type { LifecycleTemplateAnswer } from './template.ts';
