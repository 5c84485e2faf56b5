import { ENDINGS } from '@entente/core/register';
import { z } from 'zod';
import { recordClass } from '../field/index.ts';
import { approver, day } from './step.ts';

const count = z.number().int().min(0);

export const LIFECYCLE_STATES = ['open', 'ended', 'given-up'] as const;
/** How an alliance ended; `none`: it goes on; `unknown`: nobody tells how. */
export const LIFECYCLE_ENDINGS = [...ENDINGS, 'given-up', 'none', 'unknown'] as const;

const card = z
  .object({
    slug: z.string(),
    name: z.string().nullable(),
    class: recordClass,
    state: z.enum(LIFECYCLE_STATES),
    stage: z.string().describe('Where it is, or was when it ended.'),
    since: day.describe('When the stage was entered.'),
    daysInStage: count,
    due: day.nullable().describe('By when the gate is to be passed.'),
    daysOverdue: count.nullable().describe('Null: not overdue.'),
    visited: z.array(z.string()).readonly().describe('Stages that it has been in, in the order of the template.'),
    skipped: z.array(z.string()).readonly().describe('Stages before the furthest that were not gone through.'),
    unrecorded: z
      .array(z.string())
      .readonly()
      .describe('Stages of which nothing is known, as the record begins after them.'),
    unmet: count.describe('Exit criteria of stages already left that are neither met nor waived.'),
    open: count.describe('Exit criteria of the present stage that are neither met nor waived.'),
    lapsed: count.describe('Waivers that have run out, of this stage or of those already left.'),
    loops: count.describe('How often a stage was gone back to.'),
    gate: z.object({
      isOpen: z.boolean(),
      awaited: z.array(approver).readonly().describe('Approvers who have not approved.'),
    }),
  })
  .meta({ id: 'LifecycleCard' });
export type LifecycleCardAnswer = z.infer<typeof card>;

/** Answer of GET …/lifecycles. */
export const lifecycleBoard = z
  .object({
    asOf: day,
    alliances: z.array(card).readonly().describe('Those with a lifecycle, by name.'),
    without: z.object({
      count,
      alliances: z
        .array(z.object({ slug: z.string(), name: z.string().nullable() }))
        .readonly()
        .describe('The first 200 by name.'),
    }),
    endings: z
      .array(
        z.object({
          skipped: count.describe('How many stages were skipped or let go by.'),
          endings: z.partialRecord(z.enum(LIFECYCLE_ENDINGS), count),
        }),
      )
      .readonly()
      .describe('How many alliances ended in which way; those with unrecorded stages are left out. A count, no test.'),
  })
  .meta({ id: 'LifecycleBoard' });
export type LifecycleBoardAnswer = z.infer<typeof lifecycleBoard>;
