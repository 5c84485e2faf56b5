import { RANKS } from '@entente/core/kernel';
import { z } from 'zod';
import { id, line, note, recordHead, recordLink, reference, subjectLink, subjectReference } from '../field/index.ts';

/** A quotation holds at most so many words. */
export const QUOTE_WORDS = 25;

/** How many words a quotation holds. */
export const quotedWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

const quote = note.max(400).superRefine((text, context) => {
  if (quotedWords(text) <= QUOTE_WORDS) return;
  context.addIssue({
    code: 'custom',
    message: `The quotation has more than ${QUOTE_WORDS} words`,
    params: { code: 'quote-too-long', fix: `Quote at most ${QUOTE_WORDS} words, and say the rest in your own.` },
  });
});
const rank = z.enum(RANKS).describe('`preferred` and `deprecated` need a reason.');
const field = z
  .string()
  .max(100)
  .regex(/^(?:[a-z][A-Za-z]{0,39}|remark\.[a-z0-9]+(?:-[a-z0-9]+)*|custom\.[a-z][a-z0-9-]{0,39})$/)
  .describe(
    'A field of the record, `exists`, `custom.<key>` for a field of the workspace’s own, or `remark.<topic>` for what no field holds.',
  );

const statement = {
  value: note.describe('The text form of the field’s value.'),
  source: reference,
  place: line.describe('Section, table, page or note in the source.'),
  quote: quote.nullable().default(null),
  rank: rank.default('normal'),
  reason: note.nullable().default(null),
};

export const claimCreation = z
  .strictObject({ subject: subjectReference, field, ...statement })
  .meta({ id: 'ClaimCreation' });

export const claimChange = z
  .strictObject({
    value: note.optional(),
    place: line.optional(),
    quote: quote.nullable().optional(),
    rank: rank.optional(),
    reason: note.nullable().optional(),
  })
  .meta({ id: 'ClaimChange' });

export const claim = z
  .object({
    ...recordHead,
    subject: subjectLink,
    field: z.string(),
    value: z.string(),
    source: recordLink,
    place: z.string(),
    quote: z.string().nullable(),
    rank,
    reason: z.string().nullable(),
  })
  .meta({ id: 'Claim' });
export type ClaimAnswer = z.infer<typeof claim>;

/** Claims that stand against each other on one field. */
export const discrepancy = z
  .object({ subject: subjectLink, field: z.string(), claims: z.array(id) })
  .meta({ id: 'Discrepancy' });
export type DiscrepancyAnswer = z.infer<typeof discrepancy>;

/** Comes with one record when the request says `include=claims`. */
export const evidence = {
  claims: z.array(claim).optional(),
  discrepancies: z.array(discrepancy).optional(),
};
