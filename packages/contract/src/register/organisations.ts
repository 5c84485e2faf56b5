import { NAME_KINDS, ORGANISATION_KINDS, VALUE_CHAIN_POSITIONS } from '@entente/core/register';
import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import {
  country,
  edtf,
  language,
  line,
  period,
  beside,
  recordClass,
  deniableHead,
  recordLink,
  reference,
  slug,
} from '../field/index.ts';
import { collectionOf } from './collection.ts';

const fields = {
  slug,
  name: line,
  kind: z.enum(ORGANISATION_KINDS).nullable(),
  country: country.nullable(),
  founded: edtf.nullable(),
  closed: edtf.nullable(),
  lei: z
    .string()
    .regex(/^[A-Z0-9]{18}[0-9]{2}$/)
    .nullable()
    .describe('ISO 17442.'),
  place: line.nullable().describe('Head office.'),
  valueChainPosition: z.enum(VALUE_CHAIN_POSITIONS).nullable(),
  class: recordClass,
};
const some = z.object(fields).partial().shape;

const organisation = z
  .object({
    ...deniableHead,
    slug: z.string(),
    name: z.string().nullable(),
    kind: fields.kind,
    country: z.string().nullable(),
    founded: z.string().nullable(),
    closed: z.string().nullable(),
    lei: z.string().nullable(),
    place: z.string().nullable(),
    valueChainPosition: fields.valueChainPosition,
    ...evidence,
  })
  .meta({ id: 'Organisation' });
export type OrganisationAnswer = z.infer<typeof organisation>;

export const organisations = collectionOf({
  name: 'organisations',
  title: 'Organisation',
  record: organisation,
  creation: z.strictObject({ ...some, name: fields.name, ...beside }).meta({ id: 'OrganisationCreation' }),
  change: z
    .strictObject({ ...some, name: fields.name.nullable().optional(), ...beside })
    .meta({ id: 'OrganisationChange' }),
  filters: { kind: z.enum(ORGANISATION_KINDS), country },
  searched: true,
  dated: false,
});

const nameFields = {
  organisation: reference,
  text: line,
  kind: z.enum(NAME_KINDS),
  language: language.nullable(),
  reading: line.nullable().describe('How the name is read, e.g. in kana or pinyin.'),
  ...period,
  class: recordClass,
};
const someOfName = z.object(nameFields).partial().shape;

const organisationName = z
  .object({
    ...deniableHead,
    organisation: recordLink,
    text: z.string(),
    kind: nameFields.kind,
    language: z.string().nullable(),
    reading: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'OrganisationName' });
export type OrganisationNameAnswer = z.infer<typeof organisationName>;

export const organisationNames = collectionOf({
  name: 'organisation-names',
  title: 'OrganisationName',
  record: organisationName,
  creation: z
    .strictObject({ ...someOfName, organisation: reference, text: line, kind: nameFields.kind, ...beside })
    .meta({ id: 'OrganisationNameCreation' }),
  change: z.strictObject({ ...someOfName, ...beside }).meta({ id: 'OrganisationNameChange' }),
  filters: { organisation: reference, kind: nameFields.kind },
  searched: true,
  dated: true,
});
