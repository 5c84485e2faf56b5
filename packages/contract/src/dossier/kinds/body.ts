import { type Body, BODY_KINDS, MAJORITY_KINDS } from '@entente/core/lifecycle';
import { z } from 'zod';
import { line, note, organisationId, partKey } from './parts.ts';

const withEach = z
  .array(organisationId)
  .max(20)
  .readonly()
  .describe('Organisations of each of which one seat at least must be there, or in favour.');
const seats = z.number().int().min(1).max(99);

const majority = z
  .strictObject({
    kind: z.enum(MAJORITY_KINDS),
    votes: seats.nullable().describe('How many votes it takes, for the kind `votes` alone.'),
    withEach,
  })
  .meta({ id: 'BodyMajority' });

/** A body of the alliance: seats, quorum, majorities. */
export const body = z
  .strictObject({
    kind: z.literal('body'),
    name: line,
    type: z.enum(BODY_KINDS),
    seats: z
      .array(
        z
          .strictObject({
            key: partKey,
            organisation: organisationId.nullable().describe('Who may fill it; null: nobody in particular.'),
            holder: line.nullable().describe('Who holds it, by name; null: nobody is named.'),
            isChair: z.boolean(),
          })
          .meta({ id: 'BodySeat' }),
      )
      .max(40)
      .readonly(),
    hasCastingVote: z.boolean().describe('Whether the chair decides at a tie.'),
    quorum: z
      .strictObject({
        seats: seats.nullable(),
        percent: z.number().int().min(1).max(100).nullable().describe('Of all seats, rounded up.'),
        withEach,
      })
      .meta({ id: 'BodyQuorum' }),
    majority,
    reserved: z
      .array(z.strictObject({ key: partKey, title: line, majority }).meta({ id: 'ReservedMatter' }))
      .max(60)
      .readonly(),
    words: note.nullable(),
  })
  .meta({ id: 'BodyPaper' }) satisfies z.ZodType<Body>;

const count = z.number().int();
const voters = z.array(z.string()).readonly();
const parts = z
  .array(z.object({ voter: z.string(), over: count, under: count }))
  .readonly()
  .nullable()
  .describe('As fractions; null: nothing carries the matter, or there are too many voters.');

const voting = z
  .object({
    votesNeeded: count,
    canPass: z.boolean(),
    decideAlone: voters,
    blockAlone: voters,
    smallestGroups: z.array(voters).readonly().nullable(),
    standoffs: count.nullable(),
    power: parts.describe('Shapley-Shubik index.'),
    swings: parts.describe('Normalised Banzhaf index.'),
  })
  .meta({ id: 'VotingReading' });

export const bodyReading = z
  .object({
    kind: z.literal('body'),
    voters: z
      .array(z.object({ id: z.string(), votes: count }))
      .readonly()
      .describe('Organisations with their seats, and `seat:<key>` for seats of nobody in particular.'),
    vacant: count,
    quorumSeats: count,
    isQuorumPossible: z.boolean(),
    quorumBlockers: voters,
    ordinary: voting,
    reserved: z.array(z.object({ key: z.string(), voting })).readonly(),
  })
  .meta({ id: 'BodyReading' });
