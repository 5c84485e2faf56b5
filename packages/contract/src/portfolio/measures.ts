import { COUNTED_MEASURES, COUNTINGS, LEVELS, POPULATIONS, POSITION_MEASURES } from '@entente/core/portfolio';
import { z } from 'zod';
import { reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';
import { firmRoutes } from './firm-routes.ts';
import { portfolioQuery, sourceRef } from './portfolio-query.ts';

const { population, sources, asOf } = portfolioQuery.shape;

const level = z
  .enum(LEVELS)
  .default('house')
  .describe('Whether a firm is read with all members of its business group, or for itself.');

/** Names of the measures of a firm in a year, in the order of their columns. */
export const PANEL_MEASURES = [...COUNTED_MEASURES, ...POSITION_MEASURES] as const;
export type PanelMeasureName = (typeof PANEL_MEASURES)[number];
const measure = z.enum(PANEL_MEASURES);
const SORTS = [...PANEL_MEASURES, 'name'] as const;

const year = z.coerce.number().int().min(1).max(9999);

/** How to count a firm's years. */
export const measuresQuery = z
  .strictObject({
    population,
    sources,
    level,
    asOf: asOf.describe('Years up to that of this date; left out: to the last that the register names.'),
  })
  .meta({ id: 'MeasuresQuery' });
export type MeasuresQuery = z.infer<typeof measuresQuery>;

export const measureInputsQuery = z
  .strictObject({
    population,
    sources,
    level,
    year: year.optional().describe('Left out: the last year that the register names.'),
    measure: measure.default('size'),
  })
  .meta({ id: 'MeasureInputsQuery' });
export type MeasureInputsQuery = z.infer<typeof measureInputsQuery>;

export const firmYearsQuery = z
  .strictObject({
    population,
    sources,
    level,
    asOf: asOf.describe(
      'The year of this date is read, as of its last day; left out: the last that the register names.',
    ),
    q: z.string().max(200).optional().describe('Only firms whose name holds this.'),
    sort: z
      .enum([...SORTS, ...SORTS.map((name) => `-${name}` as const)])
      .default('-size')
      .describe('A measure, or `name`; with a minus from the greatest down. What is not defined stands last.'),
    limit: z.coerce.number().int().min(1).max(2000).default(500),
  })
  .meta({ id: 'FirmYearsQuery' });
export type FirmYearsQuery = z.infer<typeof firmYearsQuery>;

const measureColumn = z
  .object({
    name: measure,
    unit: z.enum(['number', 'share', 'index', 'years']),
    definition: z.string(),
    formula: z.string(),
    source: z.string(),
  })
  .meta({ id: 'MeasureColumn' });

/** A value a measure; null: not defined, as a share of nothing is. */
const values = z.record(measure, z.number().nullable()).meta({ id: 'MeasureValues' });
export type MeasureValues = z.infer<typeof values>;

const firm = z.object({ kind: z.enum(LEVELS), slug: z.string(), name: z.string() }).meta({ id: 'MeasuredFirm' });

export type MeasuredFirm = z.infer<typeof firm>;

const shared = {
  population: z.enum(POPULATIONS),
  level: z.enum(LEVELS),
  /** Sources that can be chosen, with the number of claims each gives. */
  sources: z.array(
    z.object({ key: z.string(), title: z.string(), year: z.string().nullable(), claims: z.number().int() }),
  ),
};

export const measuresAnswer = z
  .object({
    ...shared,
    /** Who was asked for, and whom the rows tell of: at the level of houses the house it belongs to. */
    asked: firm,
    firm,
    /** Organisations counted as the firm. */
    members: z.array(firm),
    columns: z.array(measureColumn),
    years: z.array(z.object({ year: z.number().int(), values })),
    /** Memberships of the firm without a beginning, which no year holds. */
    undated: z.number().int(),
  })
  .meta({ id: 'MeasuresAnswer' });
export type MeasuresAnswer = z.infer<typeof measuresAnswer>;

const countedInput = z
  .object({
    alliances: z.array(z.string()).readonly(),
    partners: z.array(z.string()).readonly(),
    what: z.string().nullable(),
    category: z.string().nullable(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    part: z.boolean(),
    amount: z.number().nullable(),
    uncertain: z.boolean(),
    disputed: z.number().int(),
    evidence: z.array(sourceRef).readonly(),
  })
  .meta({ id: 'CountedInput' });

const networkContact = z
  .object({
    contact: firm,
    weight: z.number(),
    share: z.number(),
    redundancy: z.number(),
    constraint: z.number(),
    alliances: z.array(z.string()).readonly(),
    evidence: z.array(sourceRef).readonly(),
  })
  .meta({ id: 'NetworkContact' });

export const measureInputsAnswer = z
  .object({
    ...shared,
    firm,
    year: z.number().int(),
    column: measureColumn,
    value: z.number().nullable(),
    /** How the value comes from its inputs; `position`: from contacts in the network. */
    how: z.union([z.enum(COUNTINGS), z.literal('position')]),
    inputs: z.array(countedInput).readonly(),
    contacts: z.array(networkContact).readonly(),
    /** How many inputs or contacts there are; the lists may be shorter. */
    total: z.number().int(),
    /** Of the share of foreign partners: the firm's own country. */
    country: z.string().nullable(),
    names: z.object({
      alliances: z.record(z.string(), z.string()),
      organisations: z.record(z.string(), z.string()),
      houses: z.record(z.string(), z.string()),
    }),
  })
  .meta({ id: 'MeasureInputsAnswer' });
export type MeasureInputsAnswer = z.infer<typeof measureInputsAnswer>;

export const firmYearsAnswer = z
  .object({
    ...shared,
    year: z.number().int(),
    columns: z.array(measureColumn),
    firms: z.array(firm.extend({ values })),
    /** How many firms there are that were asked for; `firms` may hold fewer. */
    total: z.number().int(),
  })
  .meta({ id: 'FirmYearsAnswer' });
export type FirmYearsAnswer = z.infer<typeof firmYearsAnswer>;

export const measuresRoutes = firmRoutes({
  id: 'Measures',
  path: 'measures',
  query: measuresQuery,
  answer: measuresAnswer,
  summary: 'Read the portfolio measures of {firm} a year',
});

export const measureInputsRoutes = firmRoutes({
  id: 'MeasureInputs',
  path: 'measure-inputs',
  query: measureInputsQuery,
  answer: measureInputsAnswer,
  summary: 'Open one measure of {firm} in one year: what is counted, by which rule, who says so',
});

const params = z.object({ workspace: reference.describe('Slug or id of the workspace.') });

export const panelRoutes = {
  firmYears: {
    id: 'listFirmYears',
    subject: 'portfolios',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/firm-years',
    summary: 'Read the portfolio measures of every firm in one year',
    permission: 'register.read',
    params,
    query: firmYearsQuery,
    headers: null,
    body: null,
    status: 200,
    answer: firmYearsAnswer,
    problems: ['workspace-not-found', 'record-unknown'],
  },
  panel: {
    id: 'exportPanel',
    subject: 'portfolios',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/panel',
    summary: 'Take the firm-year panel away: every measure of every firm in every year',
    permission: 'register.read',
    params,
    query: z.strictObject({
      population,
      sources,
      level,
      format: z
        .enum(['csv', 'parquet'])
        .default('csv')
        .describe('Empty cells of CSV, and null in Parquet: not defined.'),
    }),
    headers: null,
    body: null,
    status: 200,
    answer: null,
    files: ['text/csv', 'application/vnd.apache.parquet'],
    problems: ['workspace-not-found', 'record-unknown'],
  },
} as const satisfies Readonly<Record<string, Route>>;
export type PanelQuery = z.infer<(typeof panelRoutes)['panel']['query']>;
