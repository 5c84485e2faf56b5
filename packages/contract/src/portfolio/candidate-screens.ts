import { EdtfDate } from '@entente/core/kernel';
import { MEETING_DIMENSIONS, SIZE_QUANTITIES } from '@entente/core/portfolio';
import { MEASURE_BOUNDS, ORGANISATION_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { reference } from '../field/index.ts';
import { firmRoutes } from './firm-routes.ts';
import { evidence } from './segmentation.ts';

/** How many candidates one answer screens; whoever looks for more narrows what is asked. */
export const MOST_SCREENED = 60;

export const candidateScreensQuery = z
  .strictObject({
    besides: reference
      .optional()
      .describe('Slug or id of the alliance for which a partner is chosen; it does not count.'),
    organisations: z
      .string()
      .max(4000)
      .transform((ids) => ids.split(',').filter((id) => id !== ''))
      .optional()
      .describe('Ids of organisations, separated by commas; every candidate of the register when left out.'),
    name: z.string().max(200).optional().describe('Those alone whose name, in any language, holds this.'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .describe('Those of this country alone, by ISO 3166-1 alpha-2.'),
    clear: z
      .enum(['true'])
      .optional()
      .describe('Without those who collide, may collide, or are tied to a present partner.'),
    asOf: z
      .string()
      .max(20)
      .refine((text) => EdtfDate.asOf(text).ok, 'Give a year, a month or a day, for example 2005 or 2005-04.')
      .optional()
      .describe('Read the end of this year, month or day; without it the last fact.'),
    sources: z
      .string()
      .max(2000)
      .transform((keys) => keys.split(',').filter((key) => key !== ''))
      .optional()
      .describe('Source keys, separated by commas; all when left out.'),
  })
  .meta({ id: 'CandidateScreensQuery' });
export type CandidateScreensQuery = z.infer<typeof candidateScreensQuery>;

const named = z.object({ slug: z.string(), name: z.string() });
const dimensions = z.array(z.enum(MEETING_DIMENSIONS)).readonly();

const screen = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    kind: z.enum(ORGANISATION_KINDS).nullable(),
    house: named.extend({ evidence }).nullable().describe('On the day; null: none is recorded.'),
    partnerIn: z.array(named).readonly().describe('Present alliances of the firm in which it is.'),
    sameHouse: z
      .array(z.object({ partner: named, alliance: named }))
      .readonly()
      .describe('Present partners of the firm who are of its house.'),
    collisions: z
      .array(
        z.object({
          alliance: named.describe('The alliance of the firm.'),
          theirs: named.describe('The alliance of the candidate, or of its house.'),
          by: named,
          overlap: z.enum(['possible', 'certain']),
          shared: dimensions,
          open: dimensions,
          evidence,
        }),
      )
      .readonly()
      .nullable()
      .describe('Null: nothing is recorded of where it works.'),
    sizes: z
      .array(
        z.object({
          quantity: z.enum(SIZE_QUANTITIES),
          value: z.string().nullable(),
          unit: z.string().nullable(),
          bound: z.enum(MEASURE_BOUNDS).nullable(),
          scope: z.string().nullable(),
          date: z.string().nullable(),
          evidence,
        }),
      )
      .readonly()
      .describe('The latest figure of each quantity; none: nothing is recorded.'),
  })
  .meta({ id: 'CandidateScreen' });
export type CandidateScreenAnswer = z.infer<typeof screen>;

/** Answer of GET …/organisations/{record}/candidate-screens. */
export const candidateScreensAnswer = z
  .object({
    focal: named.extend({ id: z.string() }),
    day: z.string(),
    total: z.number().int().describe('How many there are, of whom the first are told.'),
    countries: z.array(z.string()).readonly().describe('Countries of all candidates of the register.'),
    items: z.array(screen).max(MOST_SCREENED).readonly(),
  })
  .meta({ id: 'CandidateScreens' });
export type CandidateScreensAnswer = z.infer<typeof candidateScreensAnswer>;

export const candidateScreensRoutes = firmRoutes({
  id: 'CandidateScreens',
  path: 'candidate-screens',
  query: candidateScreensQuery,
  answer: candidateScreensAnswer,
  summary: 'Screen organisations of the register as partners of {firm}: collisions, ties by house, country, size',
});
