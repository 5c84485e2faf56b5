import { z } from 'zod';
import { reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';

type FirmQuestion<Q extends z.ZodObject, A extends z.ZodType> = {
  /** What is read, in the ids of the operations: getOrganisation…, getHouse…. */
  readonly id: string;
  /** Behind the firm's own address. */
  readonly path: string;
  readonly query: Q;
  readonly answer: A;
  /** With `{firm}` where the firm stands. */
  readonly summary: string;
};

/** What is read of one firm: of an organisation with its own house, or of a house. */
export function firmRoutes<Q extends z.ZodObject, A extends z.ZodType>({
  id,
  path,
  query,
  answer,
  summary,
}: FirmQuestion<Q, A>) {
  const shared = {
    method: 'get',
    permission: 'register.read',
    params: z.object({
      workspace: reference.describe('Slug or id of the workspace.'),
      record: reference.describe('Slug or id of the firm.'),
    }),
    query,
    headers: null,
    body: null,
    status: 200,
    answer,
    problems: ['workspace-not-found', 'record-not-found', 'record-unknown'],
  } as const;
  return {
    organisation: {
      ...shared,
      id: `getOrganisation${id}`,
      subject: 'organisations',
      path: `/api/v1/workspaces/{workspace}/organisations/{record}/${path}`,
      summary: summary.replace('{firm}', 'a firm'),
    },
    house: {
      ...shared,
      id: `getHouse${id}`,
      subject: 'houses',
      path: `/api/v1/workspaces/{workspace}/houses/{record}/${path}`,
      summary: summary.replace('{firm}', 'a business group'),
    },
  } satisfies Readonly<Record<string, Route>>;
}
