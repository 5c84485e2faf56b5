import type { Action } from '@entente/core/accounts';
import { z } from 'zod';
import { line, reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';

/** What a key may be allowed to do. Never what is a person's own: their account, their keys. */
export const KEY_SCOPES = [
  'register.read',
  'register.write',
  'history.read',
  'history.undo',
  'audit.read',
] as const satisfies readonly Action[];
export type KeyScope = (typeof KEY_SCOPES)[number];

const scopes = z
  .array(z.enum(KEY_SCOPES))
  .min(1)
  .max(KEY_SCOPES.length)
  .describe('What the key may do, as far as you may do it yourself at that moment.');

const key = z
  .object({
    id: z.uuid(),
    name: z.string(),
    start: z.string().describe('How the key begins, to tell it from others.'),
    scopes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe('To within a minute.'),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyAnswer = z.output<typeof key>;

const path = '/api/v1/workspaces/{workspace}/api-keys';
const params = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const shared = {
  subject: 'api-keys',
  permission: 'keys.write',
  params,
  query: null,
  headers: null,
  body: null,
  status: 200,
} as const;

/** Keys for programs, sent as `Authorization: Bearer …`; each belongs to one person and one workspace. */
export const apiKeyRoutes = {
  list: {
    ...shared,
    id: 'listApiKeys',
    method: 'get',
    path,
    summary: 'List your keys for a workspace',
    answer: z.object({ items: z.array(key) }).meta({ id: 'ApiKeyList' }),
    problems: ['workspace-not-found', 'sign-in-required'],
  },
  create: {
    ...shared,
    id: 'createApiKey',
    method: 'post',
    path,
    summary: 'Make a key; it is shown this time only',
    body: z
      .strictObject({
        name: line,
        scopes,
        days: z.number().int().min(1).max(365).describe('After how many days the key stops working.'),
      })
      .meta({ id: 'ApiKeyCreation' }),
    status: 201,
    answer: key.extend({ key: z.string() }).meta({ id: 'NewApiKey' }),
    problems: ['workspace-not-found', 'sign-in-required', 'keys-full'],
  },
  end: {
    ...shared,
    id: 'endApiKey',
    method: 'delete',
    path: `${path}/{key}`,
    summary: 'End a key of yours; its next request is refused',
    params: params.extend({ key: z.uuid() }),
    status: 204,
    answer: null,
    problems: ['workspace-not-found', 'sign-in-required', 'key-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
