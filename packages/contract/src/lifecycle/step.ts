import { z } from 'zod';
import { id, line, note } from '../field/index.ts';

export const day = z.iso.date();
/** Key of a stage, an item or a criterion of the template. */
const key = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const evidence = z
  .string()
  .superRefine((text, context) => {
    if (text.trim() !== '') return;
    context.addIssue({
      code: 'custom',
      message: 'Whether a criterion is met rests on nothing',
      params: { code: 'evidence-missing', fix: 'Say by what it is seen.' },
    });
  })
  .pipe(note)
  .describe('By what it is seen.');

const on = day.describe('The day of the step in the life of the alliance; not after today.');
const stage = key.describe('A stage of the template.');
const because = note.nullable().default(null);

const approvers = z
  .array(id)
  .max(20)
  .readonly()
  .describe(
    'Members who may write, and guests to whom a room of the alliance is open, in order; they take the place of those who were named before.',
  );
const toPartner = note
  .nullable()
  .default(null)
  .describe('What the guests among the approvers are told with what they are asked; members are told nothing of it.');

/** What each kind of step says, as it is asked for. Who says it is whoever asks. */
const asked = {
  begun: {
    stage,
    earlier: z
      .enum(['unknown', 'skipped'])
      .describe('Whether nothing is known of the stages before, or they were not gone through.'),
    reason: because,
  },
  recorded: { stage, item: key.describe('A decision or deliverable of the stage.'), text: note },
  judged: {
    stage,
    criterion: key,
    verdict: z.enum(['met', 'unmet']),
    evidence,
    source: line.nullable().default(null).describe('Key of a source of the register, where the evidence is one.'),
    place: line.nullable().default(null).describe('Where in the source.'),
  },
  waived: {
    stage,
    criterion: key.nullable().describe('Null: the whole stage is let go by.'),
    reason: note,
    until: day.describe('The last day on which it holds.'),
  },
  planned: { stage, due: day.nullable().describe('By when the gate is to be passed; null takes the day back.') },
  'approvers-named': { stage, approvers, toPartner },
  'gate-judged': { stage, verdict: z.enum(['approved', 'refused']), comment: because },
  advanced: { stage: stage.describe('The stage that is entered.') },
  revisited: { stage: stage.describe('The stage that is gone back to.'), reason: note },
  ended: { reason: because },
  'given-up': { reason: note },
} as const;

/** Body of POST …/lifecycle/steps. */
export const lifecycleStepCreation = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('begun'), on, ...asked.begun }),
    z.strictObject({ kind: z.literal('recorded'), on, ...asked.recorded }),
    z.strictObject({ kind: z.literal('judged'), on, ...asked.judged }),
    z.strictObject({ kind: z.literal('waived'), on, ...asked.waived }),
    z.strictObject({ kind: z.literal('planned'), on, ...asked.planned }),
    z.strictObject({ kind: z.literal('approvers-named'), on, ...asked['approvers-named'] }),
    z.strictObject({ kind: z.literal('gate-judged'), on, ...asked['gate-judged'] }),
    z.strictObject({ kind: z.literal('advanced'), on, ...asked.advanced }),
    z.strictObject({ kind: z.literal('revisited'), on, ...asked.revisited }),
    z.strictObject({ kind: z.literal('ended'), on, ...asked.ended }),
    z.strictObject({ kind: z.literal('given-up'), on, ...asked['given-up'] }),
  ])
  .meta({ id: 'LifecycleStepCreation' });
export type LifecycleStepCreation = z.infer<typeof lifecycleStepCreation>;

export const approver = z
  .object({
    key: z.string().describe('Id of the person.'),
    name: z.string(),
    side: z.string().describe('`own`, or the id of the partner’s organisation.'),
    organisation: z.string().nullable().describe('The partner’s, as it was called when they were named; null: ours.'),
  })
  .meta({ id: 'Approver' });

/** Who said something, and when it was recorded. */
export const told = {
  number: z
    .number()
    .int()
    .min(1)
    .nullable()
    .describe('Which step of its lifecycle; null: the word of a partner’s approver, which is kept with the room.'),
  on: day.describe('The day in the life of the alliance.'),
  by: z.object({ id: z.string().nullable(), name: z.string().nullable() }).describe('Null: not known.'),
  at: z.iso.datetime().describe('When it was recorded.'),
};

const text = z.string();
const maybe = z.string().nullable();

/** A step as it is answered. */
export const lifecycleStep = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('begun'),
      ...told,
      stage: text,
      earlier: z.enum(['unknown', 'skipped']),
      reason: maybe,
    }),
    z.object({ kind: z.literal('recorded'), ...told, stage: text, item: text, text }),
    z.object({
      kind: z.literal('judged'),
      ...told,
      stage: text,
      criterion: text,
      verdict: z.enum(['met', 'unmet']),
      evidence: text,
      source: maybe,
      place: maybe,
    }),
    z.object({ kind: z.literal('waived'), ...told, stage: text, criterion: maybe, reason: text, until: day }),
    z.object({ kind: z.literal('planned'), ...told, stage: text, due: day.nullable() }),
    z.object({ kind: z.literal('approvers-named'), ...told, stage: text, approvers: z.array(approver).readonly() }),
    z.object({
      kind: z.literal('gate-judged'),
      ...told,
      stage: text,
      approver: text,
      verdict: z.enum(['approved', 'refused']),
      comment: maybe,
    }),
    z.object({ kind: z.literal('advanced'), ...told, stage: text }),
    z.object({ kind: z.literal('revisited'), ...told, stage: text, reason: text }),
    z.object({ kind: z.literal('ended'), ...told, reason: maybe }),
    z.object({ kind: z.literal('given-up'), ...told, reason: text }),
  ])
  .meta({ id: 'LifecycleStep' });
export type LifecycleStepAnswer = z.infer<typeof lifecycleStep>;
