/** The field's terms that the register admits; the glossary explains each in three languages. */

export const ALLIANCE_FORMS = [
  'joint-venture',
  'minority-stake',
  'licence',
  'oem',
  'supply',
  'distribution',
  'joint-development',
  'joint-purchasing',
  'consortium',
  'cluster',
] as const;
export type AllianceForm = (typeof ALLIANCE_FORMS)[number];

/** Forms in which partners hold equity. */
export const EQUITY_FORMS: readonly AllianceForm[] = ['joint-venture', 'minority-stake'];

export const ENDINGS = ['dissolved', 'merged', 'bought-out', 'expired', 'failed'] as const;
export type Ending = (typeof ENDINGS)[number];

export const ORGANISATION_KINDS = [
  'firm',
  'sme',
  'venture',
  'government',
  'university',
  'research-institute',
  'bank',
  'association',
  'division',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const NAME_KINDS = ['full', 'abbreviation', 'alias', 'former'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export const VALUE_CHAIN_POSITIONS = ['upstream', 'midstream', 'downstream'] as const;
export type ValueChainPosition = (typeof VALUE_CHAIN_POSITIONS)[number];

export const RESOURCE_KINDS = [
  'technology',
  'production-know-how',
  'product-design',
  'brand',
  'market-access',
  'distribution-and-service',
  'customer-base',
  'supply-base',
  'plant-and-equipment',
  'raw-material',
  'capital',
  'people',
  'government-access',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Das and Teng (2000): whether a resource is protected by property rights or is tacit knowledge. */
export const RESOURCE_PROPERTIES = ['property', 'knowledge'] as const;
export type ResourceProperty = (typeof RESOURCE_PROPERTIES)[number];

/** The first six are the coding of Appendices B to D of 000. */
export const EVENT_KINDS = [
  'resource-ownership',
  'managers-and-employees',
  'production-model',
  'technology-integration',
  'iterative-experience',
  'new-relationship',
  'performance',
  'policy',
  'milestone',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const PERSON_LEVELS = ['upper', 'middle', 'lower', 'engineer'] as const;
export type PersonLevel = (typeof PERSON_LEVELS)[number];

export const MEASURE_STATUSES = ['actual', 'estimate'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** How a reading bounds the quantity: "exceeding 91 %" is `>`. */
export const MEASURE_BOUNDS = ['=', '>', '>=', '<', '<=', 'about', 'nearly'] as const;
export type MeasureBound = (typeof MEASURE_BOUNDS)[number];

export const MEASURE_ORDERS = ['first', 'last'] as const;
/** For "1380 → 1450" without years: the first or the last of two readings. */
export type MeasureOrder = (typeof MEASURE_ORDERS)[number];

export const SOURCE_KINDS = ['article', 'interview', 'document', 'web', 'report', 'table', 'entry'] as const;
/** `table` is an imported table, `entry` what a person typed in. */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** The seven stages of an alliance's life, by their order: source 002. A record's stage is free text; these have words. */
export const ALLIANCE_STAGES = [
  'strategy-formation',
  'partner-selection',
  'negotiation',
  'design',
  'management',
  'evaluation',
  'termination',
] as const;
export type AllianceStage = (typeof ALLIANCE_STAGES)[number];
