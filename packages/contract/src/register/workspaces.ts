import { ROLES } from '@entente/core/accounts';
import { z } from 'zod';
import { id, line, slug } from '../field/index.ts';
import { creationHeaders, pageOf, paging, type Route } from '../problem/index.ts';
import { workspaceParams } from './collection.ts';

const workspace = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    version: z.number().int().describe('Grows by one with each change; a cache may be keyed by it.'),
    defaultPopulation: z.enum(['all', 'equity', 'joint-ventures']),
    createdAt: z.iso.datetime(),
    role: z.enum(ROLES).describe('What you are in the workspace.'),
    abilities: z
      .object({
        write: z.boolean(),
        configure: z.boolean(),
        undo: z.boolean(),
        manageMembers: z.boolean(),
        readSharing: z.boolean(),
        publish: z.boolean(),
        readAudit: z.boolean(),
      })
      .describe('What your role lets you do.'),
  })
  .meta({ id: 'Workspace' });
export type WorkspaceAnswer = z.infer<typeof workspace>;

const workspaceCreation = z.strictObject({ slug: slug.optional(), name: line }).meta({ id: 'WorkspaceCreation' });

const shared = { subject: 'workspaces', query: null, headers: null, body: null } as const;

export const workspaceRoutes = {
  list: {
    ...shared,
    id: 'listWorkspaces',
    method: 'get',
    path: '/api/v1/workspaces',
    summary: 'List your workspaces',
    permission: 'workspace.list',
    params: z.object({}),
    query: z.strictObject(paging),
    status: 200,
    answer: pageOf(workspace, 'WorkspacePage'),
    problems: ['cursor-malformed'],
  },
  create: {
    ...shared,
    id: 'createWorkspace',
    method: 'post',
    path: '/api/v1/workspaces',
    summary: 'Make an empty workspace',
    permission: 'workspace.create',
    params: z.object({}),
    headers: creationHeaders,
    body: workspaceCreation,
    status: 201,
    answer: workspace,
    problems: ['slug-taken', 'idempotency-key-reused'],
  },
  get: {
    ...shared,
    id: 'getWorkspace',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}',
    summary: 'Read a workspace',
    permission: 'register.read',
    params: workspaceParams,
    status: 200,
    answer: workspace,
    problems: ['workspace-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
