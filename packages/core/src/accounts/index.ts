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
