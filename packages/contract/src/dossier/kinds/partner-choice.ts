import {
  CANDIDATE_STAGES,
  CHOICE_METHODS,
  DIRECTIONS,
  NORMALISATIONS,
  PREFERENCE_SHAPES,
} from '@entente/core/lifecycle';
import { z } from 'zod';
import { day, line, memberId, note, organisationId, partKey } from './parts.ts';

const threshold = z.number().nullable();
const weight = z.number().min(0).max(1e9).nullable();

const candidate = z
  .strictObject({
    key: partKey,
    organisation: organisationId.nullable().describe('Null: it is not in the register.'),
    name: line,
    stage: z.enum(CANDIDATE_STAGES).describe('Those of the short list, and who was chosen, are ranked.'),
    reason: note.nullable().describe('Why it stands where it stands; needed where it was dropped.'),
  })
  .meta({ id: 'ChoiceCandidate' });

const criterion = z
  .strictObject({
    key: partKey,
    name: line,
    group: partKey.nullable().describe('Null: it stands at the top.'),
    direction: z.enum(DIRECTIONS),
    weight: weight.describe('Beside its siblings, on any scale; all siblings have one, or none has.'),
    unit: line.nullable().describe('What a measured figure is counted in; null: rated from 1 to 5.'),
    preference: z
      .strictObject({
        shape: z.enum(PREFERENCE_SHAPES),
        indifference: threshold,
        preference: threshold,
        spread: threshold,
      })
      .describe('For PROMETHEE II; thresholds in the unit of the criterion.'),
  })
  .meta({ id: 'ChoiceCriterion' });

const rater = z
  .strictObject({
    key: partKey,
    member: memberId.nullable().describe('Null: somebody from outside.'),
    name: line,
    left: z.strictObject({ on: day.nullable() }).nullable().describe('Who left keeps what they gave.'),
  })
  .meta({ id: 'ChoiceRater' });

const ratings = z
  .strictObject({
    rater: partKey,
    candidate: partKey,
    values: z
      .array(z.strictObject({ criterion: partKey, value: z.number(), comment: note.nullable() }))
      .max(60)
      .readonly(),
  })
  .meta({ id: 'ChoiceRatings' });

const judgements = z
  .strictObject({
    rater: partKey,
    of: z.enum(['criteria', 'candidates']),
    below: partKey
      .nullable()
      .describe('Criteria of this group (null: at the top), or candidates compared by this criterion.'),
    pairs: z
      .array(
        z.strictObject({
          one: partKey,
          other: partKey,
          value: z.number().min(1e-6).max(1e6).describe('How many times as much the one counts as the other.'),
        }),
      )
      .max(500)
      .readonly(),
  })
  .meta({ id: 'ChoiceJudgements' });

/** Which partner, or which way to go: who is weighed, by what, by whom, and what was decided. */
export const partnerChoice = z
  .strictObject({
    kind: z.literal('partner-choice'),
    question: line,
    firm: organisationId.nullable().describe('Whose partner is chosen; null: not said.'),
    candidates: z.array(candidate).max(60).readonly(),
    groups: z
      .array(z.strictObject({ key: partKey, name: line, weight }))
      .max(20)
      .readonly(),
    criteria: z.array(criterion).max(40).readonly(),
    weighing: z
      .strictObject({ by: z.enum(['entered', 'judgements']), rater: partKey.nullable() })
      .describe('Weights as entered, or from pairs of one rater (null: of all who judged).'),
    raters: z.array(rater).max(20).readonly(),
    ratings: z.array(ratings).max(600).readonly(),
    judgements: z.array(judgements).max(200).readonly(),
    method: z.enum(CHOICE_METHODS),
    normalisation: z.enum(NORMALISATIONS).nullable().describe('Null: the one that the method has by default.'),
    seed: z.number().int().min(0).max(4294967295).describe('Where the draws of weights begin.'),
    decision: z
      .strictObject({
        chosen: partKey,
        by: z.array(memberId).max(20).readonly().describe('Members who decided.'),
        on: day.nullable().describe('Null: the day is not known.'),
        reason: note,
      })
      .nullable(),
    illustrative: note
      .nullable()
      .describe('What of it is made up to show the method, and where the rest is from; null: nothing is.'),
  })
  .meta({ id: 'PartnerChoicePaper' });

const told = z
  .object({
    code: z.string(),
    message: z.string(),
    fix: z.string(),
    candidate: z.string().nullable(),
    criterion: z.string().nullable(),
    rater: z.string().nullable(),
  })
  .meta({ id: 'ChoiceWarning' });

const spread = z
  .object({
    count: z.number().int(),
    least: z.number(),
    most: z.number(),
    mean: z.number(),
    deviation: z.number().nullable().describe('Null: one alone.'),
  })
  .meta({ id: 'ChoiceSpread' });

const scores = z.array(z.object({ candidate: z.string(), score: z.number(), rank: z.number().int() })).readonly();
const weights = z.array(z.object({ key: z.string(), weight: z.number() })).readonly();

const judged = z
  .object({
    consistencyRatio: z.number(),
    randomIndex: z.object({ value: z.number(), source: z.string() }),
    worst: z
      .object({
        one: z.string(),
        other: z.string(),
        given: z.number(),
        agreeing: z.number().describe('What would agree with the rest.'),
        ratioThen: z.number(),
      })
      .nullable(),
    raters: z
      .array(z.object({ rater: z.string(), consistencyRatio: z.number() }))
      .readonly()
      .describe('Each rater alone.'),
  })
  .meta({ id: 'JudgedLevel' });

/** What a choice comes to; parts are named by their keys. */
export const partnerChoiceReading = z
  .object({
    kind: z.literal('partner-choice'),
    weights: weights.describe('Of each criterion among all; they come to 1.'),
    levels: z
      .array(
        z.object({
          group: z.string().nullable().describe('Null: the top.'),
          by: z.enum(['judgements', 'weights', 'equal']),
          weights,
          judged: judged.nullable(),
        }),
      )
      .readonly(),
    rankings: z
      .array(
        z.object({
          method: z.enum(CHOICE_METHODS),
          normalisation: z.enum(NORMALISATIONS).nullable(),
          scores: scores.describe('Empty where the method cannot rank.'),
          problems: z.array(told).readonly(),
        }),
      )
      .readonly()
      .describe('The method that was chosen comes first.'),
    cells: z
      .array(z.object({ candidate: z.string(), criterion: z.string(), spread }))
      .readonly()
      .describe('Ratings by all raters; cells that nobody rated are not there.'),
    own: z
      .array(z.object({ rater: z.string(), scores: scores.nullable() }))
      .readonly()
      .describe('How each rater alone would rank; null: they left a cell empty.'),
    scoreSpread: z.array(z.object({ candidate: z.string(), spread: spread.nullable() })).readonly(),
    sensitivity: z
      .object({
        winner: z.string(),
        intervals: z
          .array(
            z.object({
              criterion: z.string(),
              weight: z.number(),
              from: z.number(),
              to: z.number(),
              below: z.array(z.string()).readonly().describe('Who is first just under `from`.'),
              above: z.array(z.string()).readonly().describe('Who is first just over `to`.'),
            }),
          )
          .readonly(),
      })
      .nullable()
      .describe('Over which weights the first stays first; null for `ahp`, and where nothing is ranked.'),
    acceptability: z
      .object({
        samples: z.number().int(),
        seed: z.number().int(),
        raters: z.array(z.string()).readonly().describe('Whose ratings each draw reads one of; empty: the means.'),
        candidates: z
          .array(
            z.object({
              candidate: z.string(),
              ranks: z.array(z.number()).readonly().describe('The part of all draws that gives it rank 1, 2, …'),
              confidence: z.number().nullable(),
              centralWeights: z.array(z.number()).readonly().nullable().describe('Null: no draw makes it first.'),
            }),
          )
          .readonly(),
      })
      .nullable(),
    unranked: z
      .array(
        z.object({
          candidate: z.string(),
          why: z.enum(['long-list', 'dropped', 'unrated']),
          criteria: z.array(z.string()).readonly().describe('On which nobody rated it.'),
        }),
      )
      .readonly(),
    problems: z.array(told).readonly().describe('Why nothing is ranked by the chosen method.'),
    warnings: z.array(told).readonly(),
  })
  .meta({ id: 'PartnerChoiceReading' });
