import type { Rank, SubjectKind } from '@entente/core/kernel';
import type {
  AllianceForm,
  Ending,
  EventKind,
  MeasureOrder,
  MeasureStatus,
  NameKind,
  OrganisationKind,
  PersonLevel,
  ResourceKind,
  ResourceProperty,
  SourceKind,
  ValueChainPosition,
} from '@entente/core/register';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Terms<T extends string> = Readonly<Record<T, MessageDescriptor>>;

const forms: Terms<AllianceForm> = {
  'joint-venture': msg`joint venture`,
  'minority-stake': msg`minority stake`,
  licence: msg`licence`,
  oem: msg`OEM supply`,
  supply: msg`supply agreement`,
  distribution: msg`distribution agreement`,
  'joint-development': msg`joint development`,
  'joint-purchasing': msg`joint purchasing`,
  consortium: msg`consortium`,
  cluster: msg`cluster alliance`,
};
const endings: Terms<Ending> = {
  dissolved: msg`dissolved`,
  merged: msg`merged`,
  'bought-out': msg`bought out`,
  expired: msg`expired`,
  failed: msg`failed`,
};
const organisationKinds: Terms<OrganisationKind> = {
  firm: msg`firm`,
  sme: msg`small or medium-sized enterprise`,
  venture: msg`venture company`,
  government: msg`government body`,
  university: msg`university`,
  'research-institute': msg`research institute`,
  bank: msg`bank`,
  association: msg`association`,
  division: msg`division`,
};
const nameKinds: Terms<NameKind> = {
  full: msg`full name`,
  abbreviation: msg`abbreviation`,
  alias: msg`other name`,
  former: msg`former name`,
};
const positions: Terms<ValueChainPosition> = {
  upstream: msg`upstream`,
  midstream: msg`midstream`,
  downstream: msg`downstream`,
};
const resourceKinds: Terms<ResourceKind> = {
  technology: msg`technology`,
  'production-know-how': msg`production know-how`,
  'product-design': msg`product design`,
  brand: msg`brand`,
  'market-access': msg`market access`,
  'distribution-and-service': msg`distribution and service`,
  'customer-base': msg`customer base`,
  'supply-base': msg`supply base`,
  'plant-and-equipment': msg`plant and equipment`,
  'raw-material': msg`raw material`,
  capital: msg`capital`,
  people: msg`people`,
  'government-access': msg`government access`,
};
const properties: Terms<ResourceProperty> = {
  property: msg`property-based resource`,
  knowledge: msg`knowledge-based resource`,
};
const eventKinds: Terms<EventKind> = {
  'resource-ownership': msg`resource ownership`,
  'managers-and-employees': msg`managers and employees`,
  'production-model': msg`production model`,
  'technology-integration': msg`technology integration`,
  'iterative-experience': msg`iterative experience with existing partners`,
  'new-relationship': msg`new relationship`,
  performance: msg`performance`,
  policy: msg`policy`,
  milestone: msg`milestone`,
};
const levels: Terms<PersonLevel> = {
  upper: msg`upper management`,
  middle: msg`middle management`,
  lower: msg`lower management`,
  engineer: msg`engineer`,
};
const statuses: Terms<MeasureStatus> = { actual: msg`actual`, estimate: msg`estimate` };
const orders: Terms<MeasureOrder> = { first: msg`first reading`, last: msg`last reading` };
const sourceKinds: Terms<SourceKind> = {
  article: msg`article`,
  interview: msg`interview`,
  document: msg`document`,
  web: msg`web page`,
  report: msg`report`,
  table: msg`imported table`,
  entry: msg`typed-in entry`,
};
const ranks: Terms<Rank> = { preferred: msg`preferred`, normal: msg`normal`, deprecated: msg`deprecated` };
const subjects: Terms<SubjectKind> = {
  organisation: msg`organisation`,
  'organisation-name': msg`name of an organisation`,
  house: msg`house (business group)`,
  'house-membership': msg`membership in a house`,
  alliance: msg`alliance`,
  membership: msg`membership`,
  stake: msg`stake`,
  resource: msg`resource`,
  domain: msg`domain`,
  person: msg`person`,
  event: msg`event`,
  measure: msg`measure`,
  condition: msg`condition`,
  workforce: msg`workforce`,
  source: msg`source`,
};
const fields: Terms<string> = {
  exists: msg`existence`,
  name: msg`name`,
  kind: msg`kind`,
  founded: msg`founded`,
  closed: msg`closed`,
  lei: msg`LEI`,
  place: msg`place`,
  valueChainPosition: msg`value-chain position`,
  from: msg`from`,
  to: msg`until`,
  form: msg`form`,
  start: msg`start`,
  end: msg`end`,
  ending: msg`how it ended`,
  objectives: msg`objectives`,
  stage: msg`stage`,
  status: msg`status`,
  role: msg`role`,
  share: msg`share`,
  votingShare: msg`share of votes`,
  property: msg`property or knowledge`,
  level: msg`level`,
  title: msg`title`,
  date: msg`date`,
  value: msg`value`,
  unit: msg`unit`,
  scope: msg`scope of the measure`,
  item: msg`item`,
  bound: msg`bound`,
  order: msg`order of readings`,
  text: msg`wording`,
  number: msg`number`,
  words: msg`in words`,
};

/** The terms of the register by list; the glossary explains each in the three languages. */
export const VOCABULARY = {
  forms,
  endings,
  organisationKinds,
  nameKinds,
  positions,
  resourceKinds,
  properties,
  eventKinds,
  levels,
  statuses,
  orders,
  sourceKinds,
  ranks,
  subjects,
  fields,
} as const;
