import { RESOURCE_KINDS, RESOURCE_PROPERTIES } from '@entente/core/register';
import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import { period, beside, recordClass, deniableHead, recordLink, reference, slug } from '../field/index.ts';
import { collectionOf } from './collection.ts';

const fields = {
  alliance: reference.nullable().describe('Null: the organisation’s own stock.'),
  organisation: reference.describe('Who brings it, or holds it.'),
  kind: z.enum(RESOURCE_KINDS),
  subject: slug,
  property: z.enum(RESOURCE_PROPERTIES).nullable(),
  ...period,
  class: recordClass,
};
const some = z.object(fields).partial().shape;

const resource = z
  .object({
    ...deniableHead,
    alliance: recordLink.nullable(),
    organisation: recordLink,
    kind: fields.kind,
    subject: z.string(),
    property: fields.property,
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'Resource' });
export type ResourceAnswer = z.infer<typeof resource>;

export const resources = collectionOf({
  name: 'resources',
  title: 'Resource',
  record: resource,
  creation: z
    .strictObject({ ...some, organisation: reference, kind: fields.kind, subject: slug, ...beside })
    .meta({ id: 'ResourceCreation' }),
  change: z.strictObject({ ...some, ...beside }).meta({ id: 'ResourceChange' }),
  filters: { alliance: reference, organisation: reference, kind: fields.kind, subject: slug },
  searched: false,
  dated: true,
});

const domainFields = {
  alliance: reference,
  product: slug.nullable(),
  market: slug.nullable(),
  region: slug.nullable(),
  activity: slug.nullable(),
  ...period,
  class: recordClass,
};
const someOfDomain = z.object(domainFields).partial().shape;

const domain = z
  .object({
    ...deniableHead,
    alliance: recordLink,
    product: z.string().nullable(),
    market: z.string().nullable(),
    region: z.string().nullable(),
    activity: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'Domain' });
export type DomainAnswer = z.infer<typeof domain>;

export const domains = collectionOf({
  name: 'domains',
  title: 'Domain',
  record: domain,
  creation: z.strictObject({ ...someOfDomain, alliance: reference, ...beside }).meta({ id: 'DomainCreation' }),
  change: z.strictObject({ ...someOfDomain, ...beside }).meta({ id: 'DomainChange' }),
  filters: { alliance: reference, product: slug, market: slug, region: slug, activity: slug },
  searched: false,
  dated: true,
});
