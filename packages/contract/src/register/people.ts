import { PERSON_LEVELS } from '@entente/core/register';
import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import { line, period, beside, recordClass, deniableHead, recordLink, reference, slug } from '../field/index.ts';
import { collectionOf } from './collection.ts';

const fields = {
  slug,
  name: line,
  reading: line.nullable().describe('How the name is read, e.g. in kana or pinyin.'),
  organisation: reference.nullable(),
  role: line.nullable(),
  level: z.enum(PERSON_LEVELS).nullable(),
  dispatchedFrom: reference.nullable(),
  dispatchedTo: reference.nullable(),
  ...period,
  class: recordClass,
};
const some = z.object(fields).partial().shape;

const person = z
  .object({
    ...deniableHead,
    slug: z.string(),
    name: z.string().nullable(),
    reading: z.string().nullable(),
    organisation: recordLink.nullable(),
    role: z.string().nullable(),
    level: fields.level,
    dispatchedFrom: recordLink.nullable(),
    dispatchedTo: recordLink.nullable(),
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'Person' });
export type PersonAnswer = z.infer<typeof person>;

export const people = collectionOf({
  name: 'people',
  title: 'Person',
  record: person,
  creation: z.strictObject({ ...some, name: line, ...beside }).meta({ id: 'PersonCreation' }),
  change: z.strictObject({ ...some, name: line.nullable().optional(), ...beside }).meta({ id: 'PersonChange' }),
  filters: { organisation: reference, level: z.enum(PERSON_LEVELS) },
  searched: true,
  dated: true,
});
