import { REVIEW_FIELDS } from '@entente/core/portfolio';
import { z } from 'zod';
import { id, note } from '../field/index.ts';

export const reviewUndo = z
  .strictObject({
    step: z.number().int().min(1).max(2_147_483_647).describe('The version that the step made.'),
    reason: note.optional(),
  })
  .meta({ id: 'ReviewUndo' });
export type ReviewUndo = z.infer<typeof reviewUndo>;

const named = z.object({ key: z.string(), name: z.string() });
const difference = z
  .object({
    field: z.enum(REVIEW_FIELDS),
    criterion: named.nullable(),
    members: z.array(named).readonly(),
    from: z.string().nullable().describe('As it stood; null: it did not.'),
    to: z.string().nullable(),
  })
  .meta({ id: 'ReviewDifference' });
export type ReviewDifferenceAnswer = z.infer<typeof difference>;

export const REVIEW_STEPS = [
  'begun',
  'recorded',
  'changed',
  'submitted',
  'decided',
  'withdrawn',
  'undone',
  'signed',
] as const;
export const reviewStep = z
  .object({
    kind: z
      .enum(REVIEW_STEPS)
      .describe('`recorded`: as it stood when its history began to be kept; who took it there is not known.'),
    version: z.number().int().nullable().describe('The version that the step made; null for a signature.'),
    undoes: z.number().int().nullable().describe('The step that this one takes back, by its version.'),
    by: z.object({ id, name: z.string() }).nullable().describe('Null: not recorded.'),
    at: z.iso.datetime(),
    reason: z.string().nullable(),
    differences: z
      .array(difference)
      .readonly()
      .nullable()
      .describe('What it made different; null: what stood before is not shown to the reader.'),
    undo: z.boolean().describe('Whether the reader can take it back now.'),
  })
  .meta({ id: 'ReviewStep' });
export type ReviewStepAnswer = z.infer<typeof reviewStep>;
