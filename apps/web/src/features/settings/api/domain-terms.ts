import {
  type DomainTermAnswer,
  type DomainTermChange,
  type DomainTermCreation,
  domainTermRoutes,
} from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';

const addressOf = (workspace: string, id?: string): string =>
  `/workspaces/${encodeURIComponent(workspace)}/domain-terms${id === undefined ? '' : `/${id}`}`;

/** How the workspace classifies the terms of domains. */
export const domainTermsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'domain-terms'],
    queryFn: async ({ signal }) =>
      (await read(addressOf(workspace), { answer: domainTermRoutes.list.answer, signal })).items,
  });

/** Adds a term. @throws RequestFailure */
export const createTerm = (workspace: string, body: DomainTermCreation) =>
  write(addressOf(workspace), {
    method: 'POST',
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: domainTermRoutes.create.answer,
  });

type Known = Pick<DomainTermAnswer, 'id' | 'version'>;

/** Renames a term or puts it elsewhere, at the version that was read. @throws RequestFailure */
export const changeTerm = (workspace: string, { id, version }: Known, body: DomainTermChange) =>
  write(addressOf(workspace, id), {
    method: 'PATCH',
    body,
    version,
    idempotencyKey: crypto.randomUUID(),
    answer: domainTermRoutes.change.answer,
  });

/** Removes a term below which no other lies. @throws RequestFailure */
export const removeTerm = (workspace: string, { id, version }: Known) =>
  write(addressOf(workspace, id), {
    method: 'DELETE',
    version,
    idempotencyKey: crypto.randomUUID(),
    answer: z.null(),
  });
