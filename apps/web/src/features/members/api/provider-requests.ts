import { signInRoutes, type SignOnProviderAnswer, type SignOnProviderTest } from '@entente/contract/sign-in';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';

const { signOn } = signInRoutes;

const pathOf = (workspace: string, rest = ''): string =>
  `/workspaces/${encodeURIComponent(workspace)}/sign-on-providers${rest}`;

/** The identity providers by which members of the workspace sign in. */
export const providersQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'sign-on-providers'],
    queryFn: ({ signal }) => read(pathOf(workspace), { answer: signOn.list.answer, signal }),
  });

export type ProviderChange = {
  readonly name: string;
  readonly clientId: string;
  /** Left out: as it is. */
  readonly clientSecret?: string;
  readonly findable: boolean;
};
export type ProviderCreation = ProviderChange & { readonly issuer: string; readonly clientSecret: string };

/** Adds a provider that answers under its issuer. @throws RequestFailure */
export const createProvider = (workspace: string, body: ProviderCreation): Promise<SignOnProviderAnswer> =>
  write(pathOf(workspace), {
    method: 'POST',
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: signOn.create.answer,
  });

/** @throws RequestFailure */
export const changeProvider = (workspace: string, id: string, body: ProviderChange): Promise<SignOnProviderAnswer> =>
  write(pathOf(workspace, `/${id}`), {
    method: 'PATCH',
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: signOn.change.answer,
  });

/** Whether the provider answers and takes client id and secret. @throws RequestFailure */
export const testProvider = (workspace: string, id: string): Promise<SignOnProviderTest> =>
  write(pathOf(workspace, `/${id}/test`), {
    method: 'POST',
    idempotencyKey: crypto.randomUUID(),
    answer: signOn.test.answer,
  });

/** Removes a provider with the accounts of those who came by it. @throws RequestFailure */
export const removeProvider = (workspace: string, id: string): Promise<null> =>
  write(pathOf(workspace, `/${id}`), { method: 'DELETE', idempotencyKey: crypto.randomUUID(), answer: z.null() });
