import { TERM_HEADINGS, TERM_STATES } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, note, organisationId, partKey } from './parts.ts';

/** What the sides have put down of what they agree on; written for the other side's eyes too. */
export const termSheet = z
  .strictObject({
    kind: z.literal('term-sheet'),
    title: line,
    on: day.nullable(),
    parties: z.array(organisationId).max(20),
    terms: z
      .array(
        z.strictObject({
          key: partKey,
          heading: z.enum(TERM_HEADINGS),
          text: note,
          state: z.enum(TERM_STATES),
          isBinding: z.boolean().nullable().describe('Null: not said yet.'),
        }),
      )
      .max(100),
  })
  .meta({ id: 'TermSheetPaper' });
