import { BASIS_KINDS, COURSES, METRIC_DIRECTIONS, METRIC_TIMINGS, QUADRANTS } from '@entente/core/lifecycle';
import { z } from 'zod';
import { id } from '../../field/index.ts';
import { day, line, memberId, note, partKey } from './parts.ts';

const FURTHEST = 1e15;
const value = z.number().min(-FURTHEST).max(FURTHEST);

/** A figure by which an alliance is judged again and again. */
export const metric = z
  .strictObject({
    kind: z.literal('metric'),
    name: line,
    quadrant: z.enum(QUADRANTS),
    timing: z.enum(METRIC_TIMINGS).describe('`leading`: it moves before the result does. `lagging`: it is the result.'),
    unit: line.nullable().describe('As it is written behind the value; null: a bare number.'),
    direction: z.enum(METRIC_DIRECTIONS).describe('Which way is better.'),
    target: z.strictObject({ value, by: day.nullable() }).nullable(),
    everyDays: z
      .number()
      .int()
      .min(1)
      .max(3660)
      .nullable()
      .describe('After how many days another reading is due; null: whenever there is one.'),
    owner: memberId.nullable().describe('Who sees that it is read.'),
    isRetired: z.boolean().describe('Whether it is read no longer.'),
    readings: z
      .array(
        z.strictObject({
          key: partKey,
          day,
          value,
          source: line.nullable().describe('Where the figure comes from; null: nobody said.'),
          comment: note.nullable(),
        }),
      )
      .max(1000)
      .readonly(),
  })
  .meta({ id: 'MetricPaper' });

export const metricReading = z
  .object({
    kind: z.literal('metric'),
    latest: z.object({ day, value: z.number() }).nullable(),
    change: z.number().nullable().describe('The latest reading less the one before; null: there are no two.'),
    trend: z
      .object({
        slopeAYear: z.number().describe('In units of the metric a year.'),
        verdict: z.enum(['better', 'worse', 'level']),
        readings: z.number().int().describe('How many readings it is taken over.'),
      })
      .nullable()
      .describe('Median of the slopes between the latest five readings; null: fewer than three.'),
    shortfall: z
      .number()
      .nullable()
      .describe('How far the latest reading falls short of the target; 0 or below: it is reached.'),
    standing: z
      .enum(['reached', 'short', 'missed', 'unknown'])
      .describe('`missed`: the day of the target is over and the latest reading by then fell short.'),
    staleDays: z.number().int().nullable().describe('For how many days a reading has been due; null: none is.'),
  })
  .meta({ id: 'MetricReading' });

/** That an alliance goes on as it is, is changed, or is left. */
export const courseDecision = z
  .strictObject({
    kind: z.literal('course-decision'),
    course: z.enum(COURSES),
    day,
    by: z.array(memberId).max(20).readonly().describe('Members who decided; empty: nobody said.'),
    reasons: note,
    basis: z
      .array(z.strictObject({ kind: z.enum(BASIS_KINDS), id }))
      .max(50)
      .readonly()
      .describe('What the decision rests on.'),
  })
  .meta({ id: 'CourseDecisionPaper' });
