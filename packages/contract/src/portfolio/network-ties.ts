import { ALLIANCE_FORMS } from '@entente/core/register';
import { z } from 'zod';
import { NETWORK_LEVELS, networkReading } from '../network/index.ts';
import { firmRoutes } from './firm-routes.ts';

export const networkTiesQuery = z.strictObject(networkReading).meta({ id: 'NetworkTiesQuery' });
export type NetworkTiesQuery = z.infer<typeof networkTiesQuery>;

const named = z.object({ slug: z.string(), name: z.string() }).meta({ id: 'NetworkRecord' });
const statement = z.object({ source: z.string(), place: z.string() }).meta({ id: 'SourceRef' });

const memberEntry = z
  .object({
    ...named.shape,
    from: z.string().nullable().describe('As recorded of the member, else of the alliance; null: unknown.'),
    evidence: z.array(statement),
  })
  .meta({ id: 'NetworkMember' });

/** The partners of a firm in the network, and the alliances in which it meets them. */
export const networkTiesAnswer = z
  .object({
    node: z.object({ slug: z.string(), kind: z.enum(NETWORK_LEVELS), name: z.string() }),
    partners: z.array(
      z.object({
        slug: z.string(),
        kind: z.enum(NETWORK_LEVELS),
        name: z.string(),
        alliances: z.array(
          z.object({
            ...named.shape,
            form: z.enum(ALLIANCE_FORMS).nullable(),
            start: z.string().nullable(),
            end: z.string().nullable().describe('`unknown`: it has ended, nobody tells when; null: no end is stated.'),
            disputed: z.number().int().describe('Fields of the alliance and these members that the sources dispute.'),
            own: z.array(memberEntry).describe('Who takes part for the firm or house that was asked about.'),
            theirs: z.array(memberEntry).describe('Who takes part for the partner.'),
          }),
        ),
      }),
    ),
    tooLarge: z.array(named).describe('Alliances with more members than the bound, which tie nobody.'),
    alone: z.array(named).describe('Alliances in which nobody else takes part on the day.'),
    sources: z.array(z.object({ key: z.string(), title: z.string() })),
  })
  .meta({ id: 'NetworkTiesAnswer' });
export type NetworkTiesAnswer = z.infer<typeof networkTiesAnswer>;

export const networkTiesRoutes = firmRoutes({
  id: 'NetworkTies',
  path: 'network-ties',
  query: networkTiesQuery,
  answer: networkTiesAnswer,
  summary: 'Read the partners of {firm} in the network, and the alliances in which it meets them',
});
