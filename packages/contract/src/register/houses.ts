import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import { line, period, beside, recordClass, deniableHead, recordLink, reference, slug } from '../field/index.ts';
import { collectionOf } from './collection.ts';

const reading = line.nullable().describe('How the name is read, e.g. in kana or pinyin.');
const house = z
  .object({
    ...deniableHead,
    slug: z.string(),
    name: z.string().nullable(),
    reading: z.string().nullable(),
    ...evidence,
  })
  .meta({ id: 'House' });
export type HouseAnswer = z.infer<typeof house>;

export const houses = collectionOf({
  name: 'houses',
  title: 'House',
  record: house,
  creation: z
    .strictObject({
      slug: slug.optional(),
      name: line,
      reading: reading.optional(),
      class: recordClass.optional(),
      ...beside,
    })
    .meta({ id: 'HouseCreation' }),
  change: z
    .strictObject({
      slug: slug.optional(),
      name: line.nullable().optional(),
      reading: reading.optional(),
      class: recordClass.optional(),
      ...beside,
    })
    .meta({ id: 'HouseChange' }),
  filters: {},
  searched: true,
  dated: false,
});

const membershipFields = { house: reference, organisation: reference, ...period, class: recordClass };
const some = z.object(membershipFields).partial().shape;

const houseMembership = z
  .object({
    ...deniableHead,
    house: recordLink,
    organisation: recordLink,
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'HouseMembership' });
export type HouseMembershipAnswer = z.infer<typeof houseMembership>;

export const houseMemberships = collectionOf({
  name: 'house-memberships',
  title: 'HouseMembership',
  record: houseMembership,
  creation: z
    .strictObject({ ...some, house: reference, organisation: reference, ...beside })
    .meta({ id: 'HouseMembershipCreation' }),
  change: z.strictObject({ ...some, ...beside }).meta({ id: 'HouseMembershipChange' }),
  filters: { house: reference, organisation: reference },
  searched: false,
  dated: true,
});
