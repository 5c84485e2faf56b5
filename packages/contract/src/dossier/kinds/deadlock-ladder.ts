import { DEADLOCK_ENDS, type DeadlockLadder } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, note, partKey } from './parts.ts';

/** The levels to which a matter goes on which the sides cannot agree. */
export const deadlockLadder = z
  .strictObject({
    kind: z.literal('deadlock-ladder'),
    rungs: z
      .array(
        z
          .strictObject({
            key: partKey,
            level: line,
            people: line.nullable(),
            days: z.number().int().min(1).max(3660),
          })
          .meta({ id: 'DeadlockRung' }),
      )
      .max(20)
      .readonly(),
    end: z.enum(DEADLOCK_ENDS).nullable().describe('What happens after the last rung; null: not said.'),
    endWords: note.nullable(),
    deadlocks: z
      .array(
        z
          .strictObject({ key: partKey, matter: line, arose: day, settled: day.nullable(), outcome: note.nullable() })
          .meta({ id: 'Deadlock' }),
      )
      .max(100)
      .readonly(),
  })
  .meta({ id: 'DeadlockLadderPaper' }) satisfies z.ZodType<DeadlockLadder>;

export const deadlockLadderReading = z
  .object({
    kind: z.literal('deadlock-ladder'),
    open: z
      .array(z.object({ key: z.string(), rung: z.string().nullable(), until: day.nullable() }))
      .readonly()
      .describe('Where each deadlock that is not settled stands today; without a rung the ladder is at its end.'),
  })
  .meta({ id: 'DeadlockLadderReading' });
