import { ACTION_STATES } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, memberId, note, organisationId, paperId } from './parts.ts';
import { id } from '../../field/index.ts';

/** Something that somebody of either side has to do. */
export const action = z
  .strictObject({
    kind: z.literal('action'),
    text: line,
    due: day.nullable(),
    holder: memberId.nullable().describe('Who does it, or sees that it is done.'),
    organisation: organisationId.nullable().describe('Which organisation has to do it.'),
    state: z.enum(ACTION_STATES),
    meeting: paperId.nullable().optional().describe('The meeting that it comes from.'),
    healthCheck: id.nullable().optional().describe('The health check that it answers to.'),
    outcome: note.nullable().describe('What came of it.'),
  })
  .meta({ id: 'ActionPaper' });

export const actionReading = z
  .object({
    kind: z.literal('action'),
    daysOverdue: z.number().int().nullable().describe('Null: not overdue, or no longer open.'),
  })
  .meta({ id: 'ActionReading' });
