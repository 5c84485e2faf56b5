export { ACCESS_CLASSES, type AccessClass } from './access-classes.ts';
export {
  type AccessSubject,
  type Action,
  type Actor,
  audienceOf,
  can,
  type Membership,
  type PersonActor,
} from './access.ts';
export {
  AGGREGATED_FIELDS,
  type AggregatedKind,
  type Contribution,
  LEAST_LARGEST_PERCENT,
  LEAST_THRESHOLD,
  MOST_LARGEST_PERCENT,
  MOST_THRESHOLD,
  P_PERCENT,
  type ReleaseRule,
  type Statistic,
  STATISTICS,
  USUAL_RULE,
} from './release-rules.ts';
export { type Aggregate, contributorsOf, figureOf, releasableAggregate, type ToldAggregate } from './releases.ts';
export {
  CLEAN_TEAM_ACTIONS,
  type Role,
  ROLE_CLASSES,
  ROLE_TABLE,
  roleMay,
  ROLES,
  WORKSPACE_ACTIONS,
  type WorkspaceAction,
} from './roles.ts';
export {
  type ChosenKind,
  chosenKinds,
  isPublishable,
  SHAREABLE_FIELDS,
  SHAREABLE_KINDS,
  type ShareableKind,
} from './sharing.ts';
