export {
  CUSTOM_SHAPES,
  type CustomField,
  type CustomShape,
  type CustomTerm,
  judgedCustomValue,
  labelIn,
} from './custom-fields.ts';
export {
  DOMAIN_DIMENSIONS,
  type DomainDimension,
  type DomainTerm,
  type Overlap,
  OVERLAPS,
  strongestOverlap,
  type TermFault,
  termFaults,
  type TermHierarchy,
  termHierarchy,
  weakestOverlap,
} from './domain-terms.ts';
export { emptyRows, type OpenRows } from './empty-rows.ts';
export { CUSTOM_PREFIX, EXISTS, type Field, fieldOf, FIELDS, REMARK_PREFIX, valuesDiffer } from './fields.ts';
export {
  customListField,
  ENTERED,
  FILTER_OPERATORS,
  filterFields,
  type FilterOperator,
  groupFields,
  isCustomField,
  isNumber,
  listColumns,
  type ListField,
  type ListKind,
  type ListShape,
  OPERATORS_OF,
  sortFields,
} from './list-fields.ts';
export { filterField, type ListFilter, listFieldUnknown, readListFilter, writeListFilter } from './list-filters.ts';
export type {
  Alliance,
  Condition,
  Domain,
  House,
  HouseMembership,
  Measure,
  Membership,
  Organisation,
  OrganisationName,
  Person,
  RegisterEvent,
  RegisterRows,
  Resource,
  Source,
  Stake,
  Workforce,
} from './model.ts';
export { type FieldShape, RECORD_FIELDS, type RecordField, recordField } from './record-fields.ts';
export { type Register, registerFromSources, registerOf } from './register.ts';
export { type NamelessRow, rowName } from './row-names.ts';
export { denialsIn, LIST_OF, rowsFromClaims, withBestValues } from './rows.ts';
export { stakeBeside } from './stakes.ts';
export {
  ALLIANCE_FORMS,
  ALLIANCE_STAGES,
  type AllianceForm,
  type AllianceStage,
  type Ending,
  ENDINGS,
  EQUITY_FORMS,
  EVENT_KINDS,
  type EventKind,
  MEASURE_BOUNDS,
  MEASURE_ORDERS,
  MEASURE_STATUSES,
  type MeasureBound,
  type MeasureOrder,
  type MeasureStatus,
  NAME_KINDS,
  type NameKind,
  ORGANISATION_KINDS,
  type OrganisationKind,
  PERSON_LEVELS,
  type PersonLevel,
  RESOURCE_KINDS,
  RESOURCE_PROPERTIES,
  type ResourceKind,
  type ResourceProperty,
  SOURCE_KINDS,
  type SourceKind,
  VALUE_CHAIN_POSITIONS,
  type ValueChainPosition,
} from './vocabulary.ts';
export { QUANTITY_WORDS, UNIT_WORDS } from './measure-wording.ts';
export { COLLECTION_WORDS, FIELD_WORDS, TERM_WORDS, type TermList, type Wording } from './wording.ts';
