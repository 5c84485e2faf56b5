import { EdtfDate } from '@entente/core/kernel';
import { ALLIANCE_FORMS, ORGANISATION_KINDS } from '@entente/core/register';
import { z } from 'zod';
import { reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';

export const NETWORK_LEVELS = ['organisation', 'house'] as const;

/** The measures of a node, by the names under which files and screens have them. */
export const NODE_MEASURES = [
  'degree',
  'strength',
  'effective-size',
  'efficiency',
  'constraint',
  'hierarchy',
  'clustering',
  'k-core',
  'component',
  'community',
  'betweenness',
  'closeness',
] as const;
export type NodeMeasure = (typeof NODE_MEASURES)[number];

const isMeasure = (name: string): name is NodeMeasure => NODE_MEASURES.some((measure) => measure === name);
const listed = (text: string): string[] => text.split(',').filter((part) => part !== '');

/** Which network is read; shared by the network and by what is read of one of its nodes. */
export const networkReading = {
  asOf: z
    .string()
    .max(20)
    .refine((text) => EdtfDate.asOf(text).ok, 'Give a year, a month or a day, for example 2005 or 2005-04.')
    .optional()
    .describe('Only what holds at the end of this year, month or day; all that is recorded when left out.'),
  level: z.enum(NETWORK_LEVELS).default('organisation').describe('What a node is.'),
  sources: z
    .string()
    .max(2000)
    .transform(listed)
    .optional()
    .describe('Source keys, separated by commas; all when left out.'),
  largest: z.coerce
    .number()
    .int()
    .min(2)
    .max(10_000)
    .default(1_000)
    .describe('Members beyond which an alliance ties nobody.'),
};

export const networkQuery = z
  .strictObject({
    ...networkReading,
    measures: z
      .string()
      .max(200)
      .transform(listed)
      .refine((names): names is NodeMeasure[] => names.every(isMeasure), `Choose among ${NODE_MEASURES.join(', ')}.`)
      .optional()
      .describe('Names of measures, separated by commas; all when left out.'),
    sample: z.coerce
      .number()
      .int()
      .min(1)
      .max(100_000)
      .optional()
      .describe(
        'From how many firms shortest paths are searched, drawn by `seed`. When left out: from each of up to 3,000, else from 500.',
      ),
    seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1).describe('Which firms are drawn.'),
  })
  .meta({ id: 'NetworkQuery' });
export type NetworkQuery = z.infer<typeof networkQuery>;

const count = z.number().int().min(0);
const named = z.object({ slug: z.string(), name: z.string() }).meta({ id: 'NetworkRecord' });

/** Nodes, ties and years as columns: one array a property, the nth entry of the nth node. */
export const networkAnswer = z
  .object({
    level: z.enum(NETWORK_LEVELS),
    asOf: z.string().nullable().describe('The day that was read; null: all that is recorded.'),
    alliances: count,
    nodes: z.object({
      slug: z.array(z.string()),
      kind: z.array(z.enum(NETWORK_LEVELS)),
      name: z.array(z.string()),
      house: z.array(count.nullable()).describe('Place in `houses` of the house that the node belongs to, or is.'),
      country: z.array(z.string().nullable()).describe('ISO 3166-1; null for houses and where it is not known.'),
      organisation: z.array(z.enum(ORGANISATION_KINDS).nullable()).describe('Kind of organisation; null for houses.'),
    }),
    houses: z.array(named),
    measures: z
      .partialRecord(z.enum(NODE_MEASURES), z.array(z.number().nullable()))
      .describe('By measure, one entry a node; null where the measure is not defined.'),
    ties: z.object({
      source: z.array(count),
      target: z.array(count),
      weight: z.array(count).describe('In how many alliances the two are partners.'),
      forms: z.array(count).describe('Forms of these alliances: bit n for the nth of `forms`.'),
    }),
    forms: z
      .array(z.enum(ALLIANCE_FORMS).nullable())
      .describe('What the bits of a tie mean; null: no form is recorded.'),
    searches: count.describe('From how many nodes shortest paths were searched; fewer than there are nodes: a sample.'),
    years: z
      .object({ year: z.array(z.number().int()), begun: z.array(count), ended: z.array(count) })
      .describe('Memberships that begin and end in a year, whatever the day.'),
    left: z
      .object({
        tooLarge: z.array(z.object({ slug: z.string(), name: z.string(), members: count })),
        oneMember: count.describe('Alliances with one member, who gets no tie from them.'),
        undated: z.object({
          memberships: count.describe('Memberships without a beginning, which hold on no day.'),
          alliances: z.array(named).describe('Their alliances, the first hundred.'),
        }),
        repeated: count.describe('Memberships that name somebody whom the alliance has already.'),
        endUnknown: count.describe('Memberships that have ended, or whose alliance has, on a day that nobody tells.'),
      })
      .describe('What the network leaves out, or takes as it may not be.'),
    sources: z.array(z.object({ key: z.string(), title: z.string() })),
  })
  .meta({ id: 'NetworkAnswer' });
export type NetworkAnswer = z.infer<typeof networkAnswer>;

export const networkRoutes = {
  read: {
    id: 'getNetwork',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/network',
    subject: 'network',
    summary: 'Read the network of firms or houses that are partners in alliances, with the measures of each',
    permission: 'register.read',
    params: z.object({ workspace: reference.describe('Slug or id of the workspace.') }),
    query: networkQuery,
    headers: null,
    body: null,
    status: 200,
    answer: networkAnswer,
    problems: ['workspace-not-found', 'record-unknown'],
  },
} as const satisfies Readonly<Record<string, Route>>;
