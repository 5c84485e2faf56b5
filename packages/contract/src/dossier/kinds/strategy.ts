import { ALLIANCE_MARKS, ANSWERS, ARRANGEMENTS, CHARTER_PARTS, EXPECTATION_OUTCOMES } from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, memberId, note, partKey, toldProblem, words } from './parts.ts';

const arrangement = z.enum(ARRANGEMENTS);
const mark = z.enum(ALLIANCE_MARKS);

export const allianceTest = z
  .strictObject({
    kind: z.literal('alliance-test'),
    answers: z
      .array(z.strictObject({ mark, answer: z.enum(ANSWERS), reason: words }))
      .max(ALLIANCE_MARKS.length)
      .readonly(),
  })
  .meta({ id: 'AllianceTestPaper' });

export const allianceTestReading = z
  .object({
    kind: z.literal('alliance-test'),
    verdict: z.enum(['alliance', 'none', 'undecided']),
    failed: z.array(mark).readonly(),
    unknown: z.array(mark).readonly().describe('Marks that nobody has judged.'),
    instead: z.array(z.enum(['market-exchange', 'merger-or-acquisition'])).readonly(),
  })
  .meta({ id: 'AllianceTestReading' });

export const modeComparison = z
  .strictObject({
    kind: z.literal('mode-comparison'),
    objective: words.describe('What is to be reached.'),
    criteria: z
      .array(z.strictObject({ key: partKey, text: line, weight: z.number().min(0).max(1000) }))
      .max(30)
      .readonly(),
    scores: z
      .array(
        z.strictObject({
          criterion: partKey,
          arrangement,
          score: z.number().int().min(1).max(5).nullable().describe('More is better for us; null: not judged.'),
          reason: words,
        }),
      )
      .max(120)
      .readonly(),
    decision: z.strictObject({ arrangement, reason: note, day }).nullable(),
  })
  .meta({ id: 'ModeComparisonPaper' });

export const modeComparisonReading = z
  .object({
    kind: z.literal('mode-comparison'),
    scores: z
      .array(z.object({ arrangement, score: z.number().describe('0 to 1.'), rank: z.number().int() }))
      .readonly()
      .describe('Arrangements that are judged on every criterion.'),
    weights: z
      .array(z.object({ criterion: z.string(), weight: z.number() }))
      .readonly()
      .describe('They come to 1.'),
    unranked: z.array(z.object({ arrangement, criteria: z.array(z.string()).readonly() })).readonly(),
    stays: z
      .array(
        z.object({
          criterion: z.string(),
          weight: z.number(),
          from: z.number(),
          to: z.number(),
          below: z.array(arrangement).readonly(),
          above: z.array(arrangement).readonly(),
        }),
      )
      .readonly()
      .describe('Over which weights of a criterion the first stays first, the others sharing the rest as they do.'),
    problems: z.array(toldProblem).readonly().describe('Why nothing can be ranked yet, or what to mind.'),
  })
  .meta({ id: 'ModeComparisonReading' });

const expectation = z.strictObject({
  point: z.string().max(40),
  expected: z.boolean().nullable().describe('Null: not said.'),
  words,
  outcome: z.enum(EXPECTATION_OUTCOMES).nullable().describe('Whether it came; null: not known yet.'),
  outcomeWords: words,
});
const points = z.array(expectation).max(20).readonly();

export const expectations = z
  .strictObject({ kind: z.literal('expectations'), advantages: points, disadvantages: points })
  .meta({ id: 'ExpectationsPaper' });

const count = z.number().int();
const tally = z.object({
  expected: count,
  came: count,
  partly: count,
  failed: count,
  awaited: count,
  surprises: count.describe('They came, or partly, and nobody had expected them.'),
});

export const expectationsReading = z
  .object({ kind: z.literal('expectations'), advantages: tally, disadvantages: tally })
  .meta({ id: 'ExpectationsReading' });

export const charter = z
  .strictObject({
    kind: z.literal('charter'),
    purpose: words,
    ourObjectives: words,
    mutualObjectives: words,
    scope: words,
    outOfScope: words,
    success: words.describe('By what it will be seen that it succeeded.'),
    limits: words.describe('Of money, people and time.'),
    sponsor: memberId.nullable(),
    manager: memberId.nullable(),
    approvedOn: day.nullable(),
    reviewOn: day.nullable(),
  })
  .meta({ id: 'CharterPaper' });

export const charterReading = z
  .object({
    kind: z.literal('charter'),
    gaps: z
      .array(z.enum([...CHARTER_PARTS, 'sponsor', 'manager']))
      .readonly()
      .describe('Parts of which nothing is said.'),
  })
  .meta({ id: 'CharterReading' });
