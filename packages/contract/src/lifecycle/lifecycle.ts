import { z } from 'zod';
import { recordClass, recordLink } from '../field/index.ts';
import { LIFECYCLE_STATES } from './board.ts';
import { approver, day, lifecycleStep, told } from './step.ts';

const count = z.number().int().min(0);
const maybe = z.string().nullable();

const waiver = z
  .object({
    ...told,
    reason: z.string(),
    until: day,
    isOfStage: z.boolean().describe('The whole stage was let go by.'),
  })
  .meta({ id: 'StageWaiver' });

const verdict = z
  .object({ ...told, verdict: z.enum(['met', 'unmet']), evidence: z.string(), source: maybe, place: maybe })
  .meta({ id: 'CriterionVerdict' });

const criterionState = z
  .enum(['met', 'unmet', 'waived', 'lapsed', 'open'])
  .describe('`lapsed`: a waiver ran out, and it is not met. `open`: nothing was said of it.');

const stage = z
  .object({
    key: z.string(),
    items: z
      .array(
        z.object({
          key: z.string(),
          kind: z.enum(['decision', 'deliverable']),
          record: z
            .object({ ...told, text: z.string() })
            .nullable()
            .describe('The latest word on it.'),
        }),
      )
      .readonly(),
    criteria: z
      .array(
        z.object({
          key: z.string(),
          state: criterionState,
          verdict: verdict.nullable(),
          waiver: waiver.nullable().describe('Its own, else that of the whole stage.'),
        }),
      )
      .readonly(),
    waiver: waiver.nullable().describe('Of the whole stage.'),
    approvers: z
      .array(
        z.object({
          ...approver.shape,
          state: z.enum(['approved', 'refused', 'awaited']),
          comment: maybe,
          on: day.nullable().describe('When they said so.'),
          hasLeft: z
            .boolean()
            .describe(
              'They are no longer a member who could approve, or no longer a guest to whom a room of the alliance is open; while they have not, the gate stays shut until others are named.',
            ),
          isAsked: z
            .boolean()
            .describe('Whether they can give their word now: a guest is asked while the alliance is in the stage.'),
        }),
      )
      .readonly(),
    due: day.nullable(),
    isOpen: z.boolean().describe('Whether nothing holds the gate of the stage shut.'),
  })
  .meta({ id: 'LifecycleStage' });

const standing = z
  .object({
    stage: z.string(),
    state: z.enum(LIFECYCLE_STATES),
    daysInStage: count,
    times: z.array(z.object({ stage: z.string(), days: count, visits: count })).readonly(),
    loops: count,
    skipped: z.array(z.string()).readonly(),
    unrecorded: z.array(z.string()).readonly(),
    unmet: z
      .array(z.object({ stage: z.string(), criterion: z.string(), state: criterionState }))
      .readonly()
      .describe('Criteria of stages already left that are neither met nor waived.'),
    due: day.nullable(),
    daysOverdue: count.nullable(),
    isOpen: z.boolean().describe('Whether the gate of the present stage is open.'),
  })
  .meta({ id: 'LifecycleStanding' });

const lifecycle = z
  .object({
    template: z.string(),
    state: z.enum(LIFECYCLE_STATES),
    earlier: z.enum(['unknown', 'skipped']).describe('What is said of the stages before the first.'),
    visits: z
      .array(
        z.object({
          stage: z.string(),
          from: day,
          to: day.nullable().describe('Null while the alliance is in it.'),
          how: z.enum(['begun', 'advanced', 'revisited']),
          reason: maybe,
        }),
      )
      .readonly(),
    stages: z.array(stage).readonly().describe('All of the template, in its order.'),
    standing,
    reported: z
      .array(
        z.object({
          vocabulary: z.string(),
          stages: z.array(z.object({ key: z.string(), name: z.string() })).readonly(),
        }),
      )
      .readonly()
      .describe('The present stage in the words of other vocabularies.'),
    steps: z.array(lifecycleStep).readonly().describe('Every step by the day asked for, first to last.'),
  })
  .meta({ id: 'Lifecycle' });

/** Answer of GET …/alliances/{alliance}/lifecycle. */
export const allianceLifecycle = z
  .object({
    alliance: recordLink,
    class: recordClass,
    asOf: day,
    lifecycle: lifecycle.nullable().describe('Null: none was begun by the day that was asked for.'),
    version: count.describe('How many steps there are in all; send it in `If-Match` with the next.'),
    abilities: z.object({
      begin: z.boolean(),
      step: z.boolean().describe('Whether it is open and the reader may say more of it.'),
      judgeGate: z.boolean().describe('Whether the reader is named for the gate of the present stage.'),
      end: z.boolean().describe('Whether it is in its last stage.'),
      giveUp: z.boolean().describe('Whether the partners have not signed yet.'),
    }),
  })
  .meta({ id: 'AllianceLifecycle' });
export type AllianceLifecycleAnswer = z.infer<typeof allianceLifecycle>;
