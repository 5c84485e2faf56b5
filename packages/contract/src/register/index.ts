export { alliances, type AllianceAnswer, memberships, type MembershipAnswer } from './alliances.ts';
export { type BatchAnswer, type BatchBody, batchRoutes } from './batch.ts';
export {
  changeRoutes,
  type ChangeSetAnswer,
  type ChangeSetDetailAnswer,
  type ChangeSetPageAnswer,
  type RowChangeAnswer,
} from './changes.ts';
export { type Collection, KIND_OF } from './collection.ts';
export { collectionNamed, type CollectionName, COLLECTIONS, type RecordAnswer } from './collections.ts';
export {
  type CustomFieldAnswer,
  type CustomFieldChange,
  type CustomFieldCreation,
  customFieldRoutes,
} from './custom-fields.ts';
export {
  type DomainTermAnswer,
  type DomainTermChange,
  type DomainTermCreation,
  domainTermRoutes,
} from './domain-terms.ts';
export { type EventAnswer, events } from './events.ts';
export { exportRoutes } from './exports.ts';
export { claims, sources } from './evidence-collections.ts';
export { type HouseAnswer, type HouseMembershipAnswer, houseMemberships, houses } from './houses.ts';
export type { ImportMatch } from './import-matches.ts';
export { type ImportMappingAnswer, type ImportMappingCreation, importMappingRoutes } from './import-mappings.ts';
export { type ImportProgress, importWritingRoutes } from './import-writing.ts';
export {
  type ImportAnswer,
  type ImportChange,
  type ImportColumn,
  type ImportCommittedAnswer,
  type ImportFinding,
  type ImportPaste,
  type ImportPlanEntry,
  type ImportQuestion,
  importRoutes,
  type ImportRowsAnswer,
  type ImportSummaryAnswer,
} from './imports.ts';
export { MOST_FILTERS, sortKeysOf, type SummaryAnswer, type TotalAnswer } from './list-query.ts';
export {
  type ConditionAnswer,
  conditions,
  type MeasureAnswer,
  measures,
  type WorkforceAnswer,
  workforces,
} from './measures.ts';
export {
  type OrganisationAnswer,
  type OrganisationNameAnswer,
  organisationNames,
  organisations,
} from './organisations.ts';
export { people, type PersonAnswer } from './people.ts';
export { type AllianceRecordAnswer, type OrganisationRecordAnswer, recordPageRoutes } from './record-pages.ts';
export { type DomainAnswer, domains, type ResourceAnswer, resources } from './resources.ts';
export { type FoundRecordAnswer, type SearchAnswer, searchRoutes } from './search.ts';
export {
  type StakeAnswer,
  type StakeChange,
  stakeChange,
  type StakeCreation,
  stakeCreation,
  stakes,
} from './stakes.ts';
export { type ViewAnswer, type ViewChange, type ViewCreation, type ViewDefinition, viewRoutes } from './views.ts';
export { type WorkspaceAnswer, workspaceRoutes } from './workspaces.ts';
