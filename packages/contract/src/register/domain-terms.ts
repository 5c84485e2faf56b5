import { DOMAIN_DIMENSIONS } from '@entente/core/register';
import { z } from 'zod';
import { id, line, slug } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import { recordParams, workspaceParams } from './collection.ts';

const dimension = z.enum(DOMAIN_DIMENSIONS).describe('What of a domain the term describes.');
const broader = slug
  .nullable()
  .describe('The term of the same dimension that it is a kind or a part of; null: nothing is broader.');
const reason = line.nullable().describe('Why it stands there.');

const domainTerm = z
  .object({
    id,
    version: z.number().int().describe('Send it back in `If-Match` when you change or remove the term.'),
    dimension: z.enum(DOMAIN_DIMENSIONS),
    term: z.string(),
    broader: z.string().nullable(),
    reason: z.string().nullable(),
    abilities: z.object({ change: z.boolean(), remove: z.boolean() }).meta({ id: 'Abilities' }),
  })
  .meta({ id: 'DomainTerm' });
export type DomainTermAnswer = z.infer<typeof domainTerm>;

const creation = z
  .strictObject({ dimension, term: slug, broader: broader.default(null), reason: reason.default(null) })
  .meta({ id: 'DomainTermCreation' });
export type DomainTermCreation = z.infer<typeof creation>;

/** The dimension stays: a term of another one is another term. */
const change = z.strictObject({ term: slug, broader, reason }).partial().meta({ id: 'DomainTermChange' });
export type DomainTermChange = z.infer<typeof change>;

const path = '/api/v1/workspaces/{workspace}/domain-terms';
const shared = { subject: 'domain-terms', query: null, headers: null, body: null } as const;

export const domainTermRoutes = {
  list: {
    ...shared,
    id: 'listDomainTerms',
    method: 'get',
    path,
    summary: 'List how the workspace classifies the terms of domains, by dimension and name',
    permission: 'register.read',
    params: workspaceParams,
    status: 200,
    answer: z.object({ items: z.array(domainTerm) }).meta({ id: 'DomainTermList' }),
    problems: ['workspace-not-found'],
  },
  create: {
    ...shared,
    id: 'createDomainTerm',
    method: 'post',
    path,
    summary: 'Add a term to a dimension of domains',
    permission: 'workspace.configure',
    params: workspaceParams,
    headers: creationHeaders,
    body: creation,
    status: 201,
    answer: domainTerm,
    problems: ['workspace-not-found', 'domain-term-taken', 'domain-term-unknown', 'idempotency-key-reused'],
  },
  change: {
    ...shared,
    id: 'changeDomainTerm',
    method: 'patch',
    path: `${path}/{record}`,
    summary: 'Rename a term or put it under another one',
    permission: 'workspace.configure',
    params: recordParams,
    headers: changeHeaders,
    body: change,
    status: 200,
    answer: domainTerm,
    problems: [
      'record-not-found',
      'version-required',
      'version-stale',
      'domain-term-taken',
      'domain-term-unknown',
      'domain-term-circular',
      'idempotency-key-reused',
    ],
  },
  remove: {
    ...shared,
    id: 'removeDomainTerm',
    method: 'delete',
    path: `${path}/{record}`,
    summary: 'Remove a term that no other lies under',
    permission: 'workspace.configure',
    params: recordParams,
    headers: changeHeaders,
    status: 204,
    answer: null,
    problems: ['record-not-found', 'version-required', 'version-stale', 'domain-term-in-use', 'idempotency-key-reused'],
  },
} as const satisfies Readonly<Record<string, Route>>;
