import { z } from 'zod';
import { line, reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';
import { linkToken, session, shared } from './session.ts';

const provider = z
  .object({
    id: z.uuid(),
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    createdAt: z.iso.datetime(),
    redirectUri: z.string().describe('To be registered with the provider.'),
    link: z.string().describe('Opens the sign-in with this provider.'),
  })
  .meta({ id: 'SignOnProvider' });
export type SignOnProviderAnswer = z.output<typeof provider>;

const path = '/api/v1/workspaces/{workspace}/sign-on-providers';
const params = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const configuring = { ...shared, subject: 'sign-on', permission: 'sign-on.configure', params } as const;
const signingOn = { ...shared, subject: 'sign-on' } as const;

/** Signing in by a firm's own identity provider, over OpenID Connect. */
export const signOnRoutes = {
  list: {
    ...configuring,
    id: 'listSignOnProviders',
    method: 'get',
    path,
    summary: 'List the identity providers by which members sign in',
    answer: z.object({ items: z.array(provider) }).meta({ id: 'SignOnProviderList' }),
    problems: ['workspace-not-found', 'sign-in-required'],
  },
  create: {
    ...configuring,
    id: 'createSignOnProvider',
    method: 'post',
    path,
    summary: 'Add an identity provider; who comes by it belongs to this workspace alone',
    body: z
      .strictObject({
        name: line,
        issuer: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .describe('As its discovery document names itself.'),
        clientId: z.string().min(1).max(500),
        clientSecret: z.string().min(1).max(1000),
      })
      .meta({ id: 'SignOnProviderCreation' }),
    status: 201,
    answer: provider,
    problems: ['workspace-not-found', 'sign-in-required', 'provider-unreachable', 'providers-full'],
  },
  remove: {
    ...configuring,
    id: 'removeSignOnProvider',
    method: 'delete',
    path: `${path}/{provider}`,
    summary: 'Remove an identity provider with the accounts of those who came by it',
    params: params.extend({ provider: z.uuid() }),
    status: 204,
    answer: null,
    problems: ['workspace-not-found', 'sign-in-required', 'provider-not-found'],
  },
  begin: {
    ...signingOn,
    id: 'beginSignOn',
    method: 'post',
    path: '/api/v1/session/sign-on',
    summary: 'Ask where to send the browser to sign in with an identity provider',
    body: z.strictObject({ provider: z.uuid() }).meta({ id: 'SignOnBeginning' }),
    answer: z.object({ url: z.string() }).meta({ id: 'SignOnAddress' }),
    problems: ['sign-on-refused', 'provider-unreachable', 'too-many-attempts'],
  },
  complete: {
    ...signingOn,
    id: 'completeSignOn',
    method: 'post',
    path: '/api/v1/session/sign-on/completion',
    summary: 'Complete signing in with what the identity provider sent the browser back with',
    body: z
      .strictObject({
        query: z.string().min(1).max(8000).describe('What followed `?` in the address.'),
        invitation: linkToken.optional().describe('The first time: the token of an invitation to the workspace.'),
      })
      .meta({ id: 'SignOnCompletion' }),
    answer: session,
    problems: ['sign-on-refused', 'sign-on-uninvited', 'provider-unreachable', 'too-many-attempts'],
  },
} as const satisfies Readonly<Record<string, Route>>;
