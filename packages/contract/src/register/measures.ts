import { MEASURE_BOUNDS, MEASURE_ORDERS, MEASURE_STATUSES } from '@entente/core/register';
import { z } from 'zod';
import { evidence } from '../evidence/index.ts';
import {
  decimal,
  edtf,
  line,
  note,
  period,
  beside,
  recordClass,
  deniableHead,
  recordLink,
  reference,
  slug,
  subjectLink,
} from '../field/index.ts';
import { collectionOf } from './collection.ts';

const measured = z
  .strictObject({ kind: z.enum(['organisation', 'alliance']), id: reference })
  .describe('The organisation or alliance it is about.');

const fields = {
  slug,
  of: measured,
  quantity: line,
  value: decimal.nullable(),
  unit: line.nullable(),
  scope: line.nullable(),
  item: line.nullable().describe('What is counted, e.g. a marque.'),
  status: z.enum(MEASURE_STATUSES).nullable(),
  bound: z.enum(MEASURE_BOUNDS).nullable(),
  date: edtf.nullable(),
  order: z.enum(MEASURE_ORDERS).nullable().describe('First or last of two readings whose years nobody states.'),
  class: recordClass,
};
const some = z.object(fields).partial().shape;

const measure = z
  .object({
    ...deniableHead,
    slug: z.string(),
    of: subjectLink,
    quantity: z.string(),
    value: z.string().nullable(),
    unit: z.string().nullable(),
    scope: z.string().nullable(),
    item: z.string().nullable(),
    status: fields.status,
    bound: fields.bound,
    date: z.string().nullable(),
    order: fields.order,
    ...evidence,
  })
  .meta({ id: 'Measure' });
export type MeasureAnswer = z.infer<typeof measure>;

export const measures = collectionOf({
  name: 'measures',
  title: 'Measure',
  record: measure,
  creation: z.strictObject({ ...some, of: measured, quantity: line, ...beside }).meta({ id: 'MeasureCreation' }),
  change: z.strictObject({ ...some, ...beside }).meta({ id: 'MeasureChange' }),
  filters: { organisation: reference, alliance: reference, quantity: line },
  searched: false,
  dated: false,
});

const conditionFields = {
  slug,
  on: measured,
  kind: line.nullable(),
  text: note,
  ...period,
  class: recordClass,
};
const someOfCondition = z.object(conditionFields).partial().shape;

const condition = z
  .object({
    ...deniableHead,
    slug: z.string(),
    on: subjectLink,
    kind: z.string().nullable(),
    text: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string(),
    ...evidence,
  })
  .meta({ id: 'Condition' });
export type ConditionAnswer = z.infer<typeof condition>;

export const conditions = collectionOf({
  name: 'conditions',
  title: 'Condition',
  record: condition,
  creation: z
    .strictObject({ ...someOfCondition, on: measured, text: note, ...beside })
    .meta({ id: 'ConditionCreation' }),
  change: z
    .strictObject({ ...someOfCondition, text: note.nullable().optional(), ...beside })
    .meta({ id: 'ConditionChange' }),
  filters: { organisation: reference, alliance: reference },
  searched: false,
  dated: true,
});

const workforceFields = {
  slug,
  organisation: reference,
  origin: line.describe('A parent firm or a nationality.'),
  number: decimal.nullable(),
  words: note.nullable().describe('Where the source gives words and no number.'),
  date: edtf.nullable(),
  class: recordClass,
};
const someOfWorkforce = z.object(workforceFields).partial().shape;

const workforce = z
  .object({
    ...deniableHead,
    slug: z.string(),
    organisation: recordLink,
    origin: z.string(),
    number: z.string().nullable(),
    words: z.string().nullable(),
    date: z.string().nullable(),
    ...evidence,
  })
  .meta({ id: 'Workforce' });
export type WorkforceAnswer = z.infer<typeof workforce>;

export const workforces = collectionOf({
  name: 'workforces',
  title: 'Workforce',
  record: workforce,
  creation: z
    .strictObject({ ...someOfWorkforce, organisation: reference, origin: line, ...beside })
    .meta({ id: 'WorkforceCreation' }),
  change: z.strictObject({ ...someOfWorkforce, ...beside }).meta({ id: 'WorkforceChange' }),
  filters: { organisation: reference },
  searched: false,
  dated: false,
});
