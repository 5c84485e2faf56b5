import { ALLIANCE_FORMS, ENDINGS } from '@entente/core/register';
import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import {
  edtf,
  edtfEnd,
  line,
  note,
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
  form: z.enum(ALLIANCE_FORMS).nullable(),
  venture: reference.nullable().describe('The organisation that the alliance set up.'),
  start: edtf.nullable(),
  end: edtfEnd,
  ending: z.enum(ENDINGS).nullable(),
  endedInto: reference.nullable().describe('The alliance it was merged into.'),
  objectives: note.nullable(),
  stage: line.nullable(),
  status: line.nullable(),
  class: recordClass,
};
const some = z.object(fields).partial().shape;

const alliance = z
  .object({
    ...deniableHead,
    slug: z.string(),
    name: z.string().nullable(),
    form: fields.form,
    venture: recordLink.nullable(),
    start: z.string().nullable(),
    end: z.string(),
    ending: fields.ending,
    endedInto: recordLink.nullable(),
    objectives: z.string().nullable(),
    stage: z.string().nullable(),
    status: z.string().nullable(),
    ...evidence,
  })
  .meta({ id: 'Alliance' });
export type AllianceAnswer = z.infer<typeof alliance>;

export const alliances = collectionOf({
  name: 'alliances',
  title: 'Alliance',
  record: alliance,
  creation: z.strictObject({ ...some, name: fields.name, ...beside }).meta({ id: 'AllianceCreation' }),
  change: z
    .strictObject({ ...some, name: fields.name.nullable().optional(), ...beside })
    .meta({ id: 'AllianceChange' }),
  filters: {
    form: z.enum(ALLIANCE_FORMS),
    venture: reference,
    organisation: reference.describe('A member of the alliance.'),
  },
  searched: true,
  dated: true,
});

const memberFields = {
  alliance: reference,
  organisation: reference,
  role: line.nullable(),
  ...period,
  class: recordClass,
};
const someOfMember = z.object(memberFields).partial().shape;

const membership = z
  .object({
    ...deniableHead,
    alliance: recordLink,
    organisation: recordLink,
    role: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'Membership' });
export type MembershipAnswer = z.infer<typeof membership>;

export const memberships = collectionOf({
  name: 'memberships',
  title: 'Membership',
  record: membership,
  creation: z
    .strictObject({ ...someOfMember, alliance: reference, organisation: reference, ...beside })
    .meta({ id: 'MembershipCreation' }),
  change: z.strictObject({ ...someOfMember, ...beside }).meta({ id: 'MembershipChange' }),
  filters: { alliance: reference, organisation: reference },
  searched: false,
  dated: true,
});
