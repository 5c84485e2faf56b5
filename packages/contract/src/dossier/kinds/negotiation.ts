import { ISSUE_TOPICS, SIDES } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, note, organisationId, partKey } from './parts.ts';

const side = z.enum(SIDES);
const amount = z.number().min(-1e15).max(1e15);
const weight = z
  .number()
  .min(0)
  .max(1e6)
  .nullable()
  .describe('How much the issue matters to the side against its other issues, on any scale; null: not known.');
const ground = note
  .nullable()
  .describe('What the estimate of the other side rests on; needed where anything is estimated.');

const numberAim = z.strictObject({
  wants: z.enum(['more', 'less']).nullable().describe('Null: as its target lies to its reservation.'),
  target: amount.nullable().describe('What the side hopes for.'),
  reservation: amount.nullable().describe('The last value that the side would sign.'),
  weight,
});
const optionAim = z.strictObject({
  points: z
    .array(z.strictObject({ option: partKey, points: amount }))
    .max(20)
    .describe('How good an option is for the side, on a scale of its own; options that are not named are not judged.'),
  target: partKey.nullable().describe('The option that the side hopes for.'),
  reservation: partKey.nullable().describe('The worst option that the side would sign.'),
  weight,
});

const anyIssue = { key: partKey, name: line, topic: z.enum(ISSUE_TOPICS) };
const issue = z
  .discriminatedUnion('scale', [
    z.strictObject({
      ...anyIssue,
      scale: z.literal('number'),
      unit: line.nullable(),
      ours: numberAim,
      theirs: numberAim.extend({ ground }),
    }),
    z.strictObject({
      ...anyIssue,
      scale: z.literal('options'),
      options: z.array(z.strictObject({ key: partKey, name: line })).max(20),
      ours: optionAim,
      theirs: optionAim.extend({ ground }),
    }),
  ])
  .meta({ id: 'NegotiationIssue' });

const settled = z
  .strictObject({ issue: partKey, value: z.union([amount, partKey]).describe('A number, or the key of an option.') })
  .meta({ id: 'NegotiationSettled' });

/** A negotiation as one side keeps it: what the other side wants is this side's own estimate. */
export const negotiation = z
  .strictObject({
    kind: z.literal('negotiation'),
    parties: z.array(z.strictObject({ organisation: organisationId, side })).max(20),
    issues: z.array(issue).max(40),
    proposals: z
      .array(
        z.strictObject({
          key: partKey,
          on: day,
          by: organisationId,
          values: z.array(settled).max(40).describe('Issues that it leaves open are not named.'),
          comment: note.nullable(),
        }),
      )
      .max(100),
    accepted: partKey.nullable().describe('The proposal that both sides accepted.'),
  })
  .meta({ id: 'NegotiationPaper' });

const utility = z.number().describe('0: every issue at the reservation; 1: every issue at the target.');
const corner = z
  .object({ ours: utility, theirs: utility, values: z.array(settled).readonly() })
  .meta({ id: 'NegotiationSettlement' });
const keys = z.array(z.string()).readonly();
const told = utility.nullable();

export const negotiationReading = z
  .object({
    kind: z.literal('negotiation'),
    weights: z
      .array(z.object({ issue: z.string(), ours: z.number().nullable(), theirs: z.number().nullable() }))
      .readonly()
      .describe('Parts of 1; null where a weight of the side is not known.'),
    zones: z
      .array(
        z.object({
          issue: z.string(),
          state: z.enum(['open', 'empty', 'unknown']),
          missing: z.array(side).readonly().describe('Sides of which not all is known that the zone is made of.'),
          lowest: z.number().nullable().describe('Null: no bound on that end, or no zone.'),
          highest: z.number().nullable(),
          options: keys.nullable(),
        }),
      )
      .readonly()
      .describe('What both sides would sign of each issue.'),
    proposals: z
      .array(
        z.object({
          proposal: z.string(),
          side,
          ours: told.describe('Null: an issue is left open, or not all that the side wants is known.'),
          theirs: told,
          open: keys,
          underOurs: keys.describe('Issues in which it lies under our reservation.'),
          underTheirs: keys,
          distance: z.number().nullable().describe('To the frontier, for proposals that both sides would sign.'),
          roomForUs: z.number().nullable().describe('What we could have more without their having less.'),
          roomForThem: z.number().nullable(),
          concession: z
            .object({
              since: z.string(),
              given: z.number().nullable(),
              gained: z.number().nullable(),
              issues: z
                .array(z.object({ issue: z.string(), given: z.number().nullable(), gained: z.number().nullable() }))
                .readonly(),
            })
            .nullable(),
        }),
      )
      .readonly()
      .describe('In the order of time.'),
    frontier: z.object({
      state: z.enum(['known', 'unknown', 'empty']),
      issues: keys.describe('Issues that keep it from being known, or that have no zone.'),
      pieces: z
        .array(z.object({ from: corner, to: corner }))
        .readonly()
        .describe('From the best for us to the best for them, each in a straight line.'),
      isCut: z.boolean().describe('Of so many combinations of options not all were followed.'),
      nash: corner.nullable().describe('The settlement with the greatest product of both utilities.'),
    }),
  })
  .meta({ id: 'NegotiationReading' });
