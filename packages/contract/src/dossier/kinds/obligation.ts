import {
  type Obligation,
  OBLIGATION_CATEGORIES,
  OBLIGATION_SIDES,
  OBLIGATION_STATES,
  RECURRENCES,
} from '@entente/core/lifecycle';
import { z } from 'zod';
import { amount, currency, day, line, memberId, note, organisationId, partKey } from './parts.ts';

/** What a side has undertaken to do. */
export const obligation = z
  .strictObject({
    kind: z.literal('obligation'),
    title: line,
    category: z.enum(OBLIGATION_CATEGORIES),
    ownCategory: line.nullable().describe('A category of the firm’s own, in its words.'),
    financial: z
      .strictObject({ amount: amount.nullable(), currency: currency.nullable() })
      .nullable()
      .describe('Null: not financial. Each time, where it recurs.'),
    side: z.enum(OBLIGATION_SIDES),
    organisations: z.array(organisationId).max(40).readonly().describe('Who has to do it.'),
    due: day.nullable().describe('By when, the first time; null: no date is known.'),
    recurs: z.enum(RECURRENCES).nullable(),
    until: day.nullable().describe('The last day on which it may still be due; null: without end.'),
    reminderDays: z.number().int().min(0).max(366).describe('How many days before it is told as upcoming.'),
    holder: memberId.nullable().describe('Who sees to it.'),
    clause: partKey.nullable().describe('Key of the clause it comes from.'),
    reference: line.nullable(),
    met: z
      .array(
        z
          .strictObject({ key: partKey, due: day.nullable(), on: day, words: note.nullable() })
          .meta({ id: 'ObligationFulfilment' }),
      )
      .max(1200)
      .readonly()
      .describe('Each time that it was met, by the day on which it was due.'),
    standing: z
      .strictObject({ state: z.enum(['terminated', 'in-dispute']), on: day, words: note })
      .nullable()
      .describe('What ended it or holds it up.'),
  })
  .meta({ id: 'ObligationPaper' }) satisfies z.ZodType<Obligation>;

export const obligationReading = z
  .object({
    kind: z.literal('obligation'),
    state: z.enum(OBLIGATION_STATES),
    nextDue: day.nullable(),
    daysLate: z.number().int().nullable(),
    remindedFrom: day.nullable(),
    isUndated: z.boolean().describe('Nobody says by when.'),
  })
  .meta({ id: 'ObligationReading' });
