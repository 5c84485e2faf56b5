export {
  ACCESS_CLASSES,
  type AccessClass,
  type AccessSubject,
  type Action,
  ACTIONS,
  type Actor,
  audienceOf,
  can,
} from './access.ts';
