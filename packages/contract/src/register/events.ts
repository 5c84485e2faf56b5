import { EVENT_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import {
  edtf,
  note,
  beside,
  recordClass,
  deniableHead,
  reference,
  slug,
  subjectLink,
  subjectReference,
} from '../field/index.ts';
import { collectionOf } from './collection.ts';

const fields = {
  slug,
  title: note,
  date: edtf.nullable(),
  kind: z.enum(EVENT_KINDS).nullable(),
  about: z.array(subjectReference).max(50).describe('The records that the event is about.'),
  class: recordClass,
};
const some = z.object(fields).partial().shape;

const event = z
  .object({
    ...deniableHead,
    slug: z.string(),
    title: z.string().nullable(),
    date: z.string().nullable(),
    kind: fields.kind,
    about: z.array(subjectLink),
    ...evidence,
  })
  .meta({ id: 'Event' });
export type EventAnswer = z.infer<typeof event>;

export const events = collectionOf({
  name: 'events',
  title: 'Event',
  record: event,
  creation: z.strictObject({ ...some, title: note, ...beside }).meta({ id: 'EventCreation' }),
  change: z.strictObject({ ...some, title: note.nullable().optional(), ...beside }).meta({ id: 'EventChange' }),
  filters: { kind: z.enum(EVENT_KINDS), organisation: reference, alliance: reference, person: reference },
  searched: true,
  dated: false,
});
