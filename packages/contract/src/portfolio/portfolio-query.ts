import { EdtfDate } from '@entente/core/kernel';
import { LEVELS, POPULATIONS } from '@entente/core/portfolio';
import { z } from 'zod';

const threshold = z.coerce.number().int().min(1).max(1000);

/** How a portfolio is counted, as every reading of a firm takes it. */
export const portfolioParameters = {
  population: z.enum(POPULATIONS).optional().describe('Which alliances count; the workspace has its own default.'),
  sources: z
    .string()
    .max(2000)
    .transform((keys) => keys.split(',').filter((key) => key !== ''))
    .optional()
    .describe('Source keys, separated by commas; all when left out.'),
  window: z
    .union([z.literal('all'), z.coerce.number().int().min(1).max(200)])
    .default('all')
    .describe('`all`: the accumulated lens. A number: the recent lens over so many years, both ends counted.'),
  scopeAt: threshold.default(3).describe('Partner houses from which the scope is extensive.'),
  shapingAt: threshold.default(3).describe('Explorative moves from which the shaping strategy is explorative.'),
  level: z.enum(LEVELS).default('house').describe('Whether partners are counted as houses or one by one.'),
  asOf: z
    .string()
    .max(20)
    .refine((text) => EdtfDate.asOf(text).ok, 'Give a year, a month or a day, for example 2005 or 2005-04.')
    .optional()
    .describe('Read to the end of this year, month or day.'),
};

/** How to read a portfolio; every default is shown beside the result. */
export const portfolioQuery = z.strictObject(portfolioParameters).meta({ id: 'PortfolioQuery' });
export type PortfolioQuery = z.infer<typeof portfolioQuery>;

export const sourceRef = z.object({ source: z.string(), place: z.string() }).meta({ id: 'SourceRef' });
