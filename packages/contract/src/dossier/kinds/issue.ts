import { ISSUE_SEVERITIES, ISSUE_STATES } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, memberId, note, partKey } from './parts.ts';

/** Something between the two sides that has to be settled, and whoever it goes to next. */
export const issue = z
  .strictObject({
    kind: z.literal('issue'),
    title: line,
    text: note.nullable(),
    raised: day,
    by: line.nullable().describe('Who raised it.'),
    holder: memberId.nullable(),
    severity: z.enum(ISSUE_SEVERITIES),
    ladder: z
      .array(
        z.strictObject({
          key: partKey,
          name: line,
          days: z.number().int().min(0).max(3650).nullable().describe('Calendar days after which it goes up.'),
        }),
      )
      .min(1)
      .max(12),
    rung: partKey.describe('The rung on which it is.'),
    since: day.describe('The day on which it came there.'),
    state: z.enum(ISSUE_STATES),
    resolution: note.nullable(),
    settled: day.nullable(),
  })
  .meta({ id: 'IssuePaper' });

export const issueReading = z
  .object({
    kind: z.literal('issue'),
    rung: z.string().nullable().describe('The rung on which it should be today; null: it is settled.'),
    due: day
      .nullable()
      .describe('Since when it should be on a higher rung than it is; null: it is where it should be.'),
    daysOverdue: z.number().int().nullable(),
  })
  .meta({ id: 'IssueReading' });
