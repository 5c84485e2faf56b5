import { COMPLETION_PARTS, LESSON_KINDS, STAKE_WAYS, TASK_STATES, TRIGGER_STATES } from '@entente/core/lifecycle';
import { ALLIANCE_STAGES } from '@entente/core/register';
import { z } from 'zod';
import { day, line, memberId, organisationId, partKey, words } from './parts.ts';

const listed = z.string().max(40);

export const exitPlan = z
  .strictObject({
    kind: z.literal('exit-plan'),
    triggers: z
      .array(
        z.strictObject({
          key: partKey,
          trigger: listed.describe('Of the list, or `other`.'),
          text: words,
          state: z.enum(TRIGGER_STATES),
          on: day.nullable().describe('When it is looked for, or was met.'),
        }),
      )
      .max(40)
      .readonly(),
    tasks: z
      .array(
        z.strictObject({
          key: partKey,
          area: listed.describe('What it settles.'),
          text: line,
          holder: memberId.nullable(),
          due: day.nullable(),
          state: z.enum(TASK_STATES),
        }),
      )
      .max(200)
      .readonly(),
    stakes: z
      .array(
        z.strictObject({
          key: partKey,
          organisation: organisationId.describe('Whose stake it is.'),
          way: z.enum(STAKE_WAYS),
          to: organisationId.nullable().describe('Who takes it over.'),
          due: day.nullable(),
          terms: words,
        }),
      )
      .max(40)
      .readonly()
      .describe('What is to become of the stakes; they are ended in the register.'),
  })
  .meta({ id: 'ExitPlanPaper' });

const count = z.number().int();

export const exitPlanReading = z
  .object({
    kind: z.literal('exit-plan'),
    met: z.array(partKey).readonly().describe('Triggers that are met and not past.'),
    come: z.array(partKey).readonly().describe('Triggers still watched though their day has come.'),
    done: count,
    open: count,
    late: z.array(partKey).readonly(),
    undated: count.describe('Open tasks without a day.'),
    areasLeft: z.array(z.string()).readonly().describe('Areas of which the plan says nothing.'),
  })
  .meta({ id: 'ExitPlanReading' });

export const completion = z
  .strictObject({
    kind: z.literal('completion'),
    ...(Object.fromEntries(COMPLETION_PARTS.map((part) => [part, words])) as Record<
      (typeof COMPLETION_PARTS)[number],
      typeof words
    >),
    endedOn: day.nullable(),
    by: z.array(memberId).max(10).readonly(),
    handedInOn: day.nullable(),
  })
  .meta({ id: 'CompletionPaper' });

export const lesson = z
  .strictObject({
    kind: z.literal('lesson'),
    title: line,
    lessonKind: z.enum(LESSON_KINDS),
    about: z.enum(ALLIANCE_STAGES).describe('Stage that it is about.'),
    happened: words,
    cause: words,
    advice: words,
    tags: z.array(line).max(20).readonly(),
  })
  .meta({ id: 'LessonPaper' });
