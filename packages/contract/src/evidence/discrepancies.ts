import { SUBJECT_KINDS } from '@entente/core/kernel';
import { z } from 'zod';
import { id, recordLink, reference } from '../field/index.ts';
import { pageOf, paging, type Route } from '../problem/index.ts';
import { claim } from './claims.ts';
import { placedRecord } from './placed-record.ts';

const settlement = z
  .object({
    claim: id.describe('The claim that was preferred.'),
    by: z.object({ id, name: z.string() }),
    at: z.iso.datetime(),
    change: id.describe('The change that preferred it.'),
  })
  .meta({ id: 'Settlement' });

const openDiscrepancy = z
  .object({
    subject: placedRecord,
    field: z.string(),
    claims: z.array(claim).describe('All claims on the field that are not deprecated, in the order they came in.'),
    taken: id.describe('The claim that gives the register its value.'),
    open: z.boolean().describe('Whether nobody has preferred one of the claims yet.'),
    settled: settlement.nullable().describe('Who preferred a claim and when; its `reason` says why.'),
  })
  .meta({ id: 'WorkspaceDiscrepancy' });
export type WorkspaceDiscrepancy = z.infer<typeof openDiscrepancy>;

const counts = z
  .object({
    open: z.number().int(),
    settled: z.number().int(),
    kinds: z.array(z.object({ kind: z.enum(SUBJECT_KINDS), count: z.number().int() })),
    sources: z.array(z.object({ source: recordLink, count: z.number().int() })),
  })
  .meta({ id: 'DiscrepancyCounts' });

const discrepancyPage = pageOf(openDiscrepancy, 'Discrepancies')
  .extend({ counts: counts.describe('Of all discrepancies of the workspace, whatever the filters.') })
  .meta({ id: 'DiscrepancyPage' });
export type DiscrepancyPageAnswer = z.infer<typeof discrepancyPage>;

const record = z
  .string()
  .max(120)
  .regex(new RegExp(`^(?:${SUBJECT_KINDS.join('|')}):[a-z0-9]+(?:-[a-z0-9]+)*$`))
  .optional()
  .describe('Only on this record and on those that stand on its page: `kind:record`.');

export const discrepancyRoutes = {
  list: {
    id: 'listDiscrepancies',
    subject: 'discrepancies',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/discrepancies',
    summary: 'List the fields on which sources disagree, record by record',
    permission: 'register.read',
    params: z.object({ workspace: reference.describe('Slug or id of the workspace.') }),
    query: z.strictObject({
      kind: z.enum(SUBJECT_KINDS).optional().describe('Only on records of this kind.'),
      source: reference.optional().describe('Only where this source takes part.'),
      record,
      open: z
        .enum(['true', 'false'])
        .optional()
        .describe('`true`: only where no claim is preferred; `false`: only where one is, with a reason.'),
      ...paging,
    }),
    headers: null,
    body: null,
    status: 200,
    answer: discrepancyPage,
    problems: ['workspace-not-found', 'cursor-malformed', 'record-unknown'],
  },
} as const satisfies Readonly<Record<string, Route>>;
