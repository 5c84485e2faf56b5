import { z } from 'zod';
import { claim, discrepancy } from '../evidence/index.ts';
import type { Route } from '../problem/index.ts';
import { alliances, memberships } from './alliances.ts';
import { recordParams } from './collection.ts';
import { sources } from './evidence-collections.ts';
import { events } from './events.ts';
import { houseMemberships } from './houses.ts';
import { conditions, measures, workforces } from './measures.ts';
import { organisationNames, organisations } from './organisations.ts';
import { people } from './people.ts';
import { domains, resources } from './resources.ts';
import { stakes } from './stakes.ts';

/** What both pages show of the evidence: every claim on a record of the page, what disagrees, and the sources cited. */
const pageEvidence = {
  claims: z.array(claim),
  discrepancies: z.array(discrepancy),
  sources: z.array(sources.record),
};

const allianceRecord = z
  .object({
    alliance: alliances.record,
    members: z.array(memberships.record),
    stakes: z.array(stakes.record),
    resources: z.array(resources.record),
    domains: z.array(domains.record),
    people: z.array(people.record).describe('People of the venture, and dispatched to it.'),
    events: z.array(events.record),
    measures: z.array(measures.record),
    conditions: z.array(conditions.record),
    workforces: z.array(workforces.record),
    ...pageEvidence,
  })
  .meta({ id: 'AllianceRecord' });
export type AllianceRecordAnswer = z.infer<typeof allianceRecord>;

const organisationRecord = z
  .object({
    organisation: organisations.record,
    names: z.array(organisationNames.record),
    houseMemberships: z.array(houseMemberships.record),
    alliances: z.array(alliances.record).describe('Alliances it is a member of, or the venture of.'),
    memberships: z.array(memberships.record),
    stakesHeld: z.array(stakes.record),
    stakesIn: z.array(stakes.record).describe('Stakes of others in it.'),
    resources: z.array(resources.record).describe('Brought to alliances, and its own stock (alliance null).'),
    people: z.array(people.record),
    events: z.array(events.record),
    measures: z.array(measures.record),
    conditions: z.array(conditions.record),
    workforces: z.array(workforces.record),
    ...pageEvidence,
  })
  .meta({ id: 'OrganisationRecord' });
export type OrganisationRecordAnswer = z.infer<typeof organisationRecord>;

const shared = {
  method: 'get',
  permission: 'register.read',
  params: recordParams,
  query: null,
  headers: null,
  body: null,
  status: 200,
  problems: ['record-not-found'],
} as const;

export const recordPageRoutes = {
  alliance: {
    ...shared,
    id: 'getAllianceRecord',
    subject: 'alliances',
    path: '/api/v1/workspaces/{workspace}/alliances/{record}/record',
    summary: 'Read all that the page of an alliance shows',
    answer: allianceRecord,
  },
  organisation: {
    ...shared,
    id: 'getOrganisationRecord',
    subject: 'organisations',
    path: '/api/v1/workspaces/{workspace}/organisations/{record}/record',
    summary: 'Read all that the page of a partner shows',
    answer: organisationRecord,
  },
} as const satisfies Readonly<Record<string, Route>>;
