import { HAND_OVER_STATES } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, memberId, note, partKey } from './parts.ts';

/** What passes from those who negotiated an alliance to those who manage it. */
export const handOver = z
  .strictObject({
    kind: z.literal('hand-over'),
    from: memberId.nullable(),
    to: memberId.nullable().describe('Who takes the alliance on: its manager.'),
    due: day.nullable(),
    items: z
      .array(
        z.strictObject({
          key: partKey,
          text: line.nullable().describe('Null: the default item of that key.'),
          state: z.enum(HAND_OVER_STATES),
          holder: memberId.nullable(),
          done: day.nullable(),
          note: note.nullable(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'HandOverPaper' });

export const handOverReading = z
  .object({
    kind: z.literal('hand-over'),
    done: z.number().int(),
    needed: z.number().int(),
    daysOverdue: z.number().int().nullable(),
  })
  .meta({ id: 'HandOverReading' });
