import { type ApiKeyAnswer, type KeyScope, signInRoutes } from '@entente/contract/sign-in';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';

const { apiKeys } = signInRoutes;

const pathOf = (workspace: string, rest = ''): string => `/workspaces/${encodeURIComponent(workspace)}/api-keys${rest}`;

/** The reader's own keys for a workspace. */
export const keysQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'api-keys'],
    queryFn: ({ signal }) => read(pathOf(workspace), { answer: apiKeys.list.answer, signal }),
  });

export type KeyCreation = { readonly name: string; readonly scopes: readonly KeyScope[]; readonly days: number };

/** Makes a key; the answer alone holds it whole. @throws RequestFailure */
export const createKey = (workspace: string, body: KeyCreation) =>
  write(pathOf(workspace), {
    method: 'POST',
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: apiKeys.create.answer,
  });

/** Ends a key. @throws RequestFailure */
export const endKey = (workspace: string, { id }: ApiKeyAnswer): Promise<null> =>
  write(pathOf(workspace, `/${id}`), {
    method: 'DELETE',
    idempotencyKey: crypto.randomUUID(),
    answer: z.null(),
  });
