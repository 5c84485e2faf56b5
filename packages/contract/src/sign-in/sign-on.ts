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
    findable: z
      .boolean()
      .describe('Found from the page of signing in by whoever knows the short name of the workspace.'),
    createdAt: z.iso.datetime(),
    redirectUri: z.string().describe('To be registered with the provider.'),
    link: z.string().describe('Opens the sign-in with this provider.'),
  })
  .meta({ id: 'SignOnProvider' });
export type SignOnProviderAnswer = z.output<typeof provider>;

const test = z
  .object({
    client: z
      .enum(['accepted', 'refused', 'unknown'])
      .describe('Whether the provider takes client id and secret; `unknown` where its answer says neither.'),
  })
  .meta({ id: 'SignOnProviderTest' });
export type SignOnProviderTest = z.output<typeof test>;

const name = line;
const clientId = z.string().min(1).max(500);
const clientSecret = z.string().min(1).max(1000).describe('Kept enciphered; never told again.');
const findable = z
  .boolean()
  .describe('Whether whoever types the short name of the workspace on the page of signing in finds the provider.');

const path = '/api/v1/workspaces/{workspace}/sign-on-providers';
const params = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const one = params.extend({ provider: z.uuid() });
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
        name,
        issuer: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .describe('As its discovery document names itself.'),
        clientId,
        clientSecret,
        findable: findable.optional(),
      })
      .meta({ id: 'SignOnProviderCreation' }),
    status: 201,
    answer: provider,
    problems: ['workspace-not-found', 'sign-in-required', 'provider-unreachable', 'providers-full'],
  },
  change: {
    ...configuring,
    id: 'setSignOnProvider',
    method: 'patch',
    path: `${path}/{provider}`,
    summary: 'Change an identity provider; its issuer stays, because accounts are known by it',
    params: one,
    body: z
      .strictObject({
        name: name.optional(),
        clientId: clientId.optional(),
        clientSecret: clientSecret.optional(),
        findable: findable.optional(),
      })
      .meta({ id: 'SignOnProviderChange' }),
    answer: provider,
    problems: ['workspace-not-found', 'sign-in-required', 'provider-not-found'],
  },
  test: {
    ...configuring,
    id: 'testSignOnProvider',
    method: 'post',
    path: `${path}/{provider}/test`,
    summary: 'See whether an identity provider answers, and takes client id and secret',
    params: one,
    answer: test,
    problems: ['workspace-not-found', 'sign-in-required', 'provider-not-found', 'provider-unreachable'],
  },
  remove: {
    ...configuring,
    id: 'removeSignOnProvider',
    method: 'delete',
    path: `${path}/{provider}`,
    summary: 'Remove an identity provider with the accounts of those who came by it',
    params: one,
    status: 204,
    answer: null,
    problems: ['workspace-not-found', 'sign-in-required', 'provider-not-found'],
  },
  find: {
    ...signingOn,
    id: 'findSignOnProviders',
    method: 'post',
    path: '/api/v1/session/sign-on/search',
    summary: 'Find the identity providers of a workspace by its short name, or by an invitation to it',
    body: z
      .strictObject({ workspace: reference.optional(), invitation: linkToken.optional() })
      .meta({ id: 'SignOnSearch' }),
    answer: z
      .object({ items: z.array(z.object({ id: z.uuid(), name: z.string() })) })
      .meta({ id: 'SignOnSearchResult' }),
    problems: ['too-many-attempts'],
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
