import { ALLIANCE_RISK_KINDS, CONTROL_FREQUENCIES, CONTROL_KINDS, type ControlPlan } from '@entente/core/lifecycle';
import { z } from 'zod';
import { line, memberId, note, partKey } from './parts.ts';

const control = z
  .strictObject({
    key: partKey,
    kind: z.enum(CONTROL_KINDS),
    words: note,
    owner: memberId.nullable().describe('Who sees to it.'),
    frequency: z.enum(CONTROL_FREQUENCIES).nullable(),
  })
  .meta({ id: 'PlannedControl' });

const risk = z
  .strictObject({
    key: partKey,
    words: line,
    kind: z.enum(ALLIANCE_RISK_KINDS).nullable().describe('Null: nobody says which kind of risk it is.'),
    controls: z.array(control).max(30).readonly(),
  })
  .meta({ id: 'ControlledRisk' });

/** What is controlled, by risk. */
export const controlPlan = z
  .strictObject({ kind: z.literal('control-plan'), risks: z.array(risk).max(60).readonly() })
  .meta({ id: 'ControlPlanPaper' }) satisfies z.ZodType<ControlPlan>;

export const controlPlanReading = z
  .object({
    kind: z.literal('control-plan'),
    risks: z
      .array(
        z.object({
          key: z.string(),
          inPlace: z.array(z.enum(CONTROL_KINDS)).readonly(),
          isAnswered: z
            .boolean()
            .nullable()
            .describe('Whether a control that answers its kind of risk is in place; null: kind unknown.'),
          withoutOwner: z.array(z.string()).readonly().describe('Keys of controls that nobody sees to.'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'ControlPlanReading' });
