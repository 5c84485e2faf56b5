import { lifecycleRoutes, type LifecycleStepCreation } from '@entente/contract/lifecycle';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const keyOf = (workspace: string, ...rest: readonly unknown[]) => ['workspace', workspace, 'lifecycles', ...rest];
const courseOf = (workspace: string, alliance: string): string =>
  pathOf(workspace, `/alliances/${encodeURIComponent(alliance)}/lifecycle`);

/** The stages and the words of others for them; they change with the product alone. */
export const templateQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['lifecycle template'],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/lifecycle-template'), { answer: lifecycleRoutes.template.answer, signal }),
    staleTime: Infinity,
  });

/** Where every alliance stands on a day. */
export const boardQuery = (workspace: string, asOf: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'board', asOf),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/lifecycles'), { answer: lifecycleRoutes.board.answer, query: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });

/** The development of one alliance until a day. */
export const lifecycleOfQuery = (workspace: string, alliance: string, asOf: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'alliance', alliance, asOf),
    queryFn: ({ signal }) =>
      read(courseOf(workspace, alliance), { answer: lifecycleRoutes.get.answer, query: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });

/** The governance form that the resources of an alliance's members speak for on a day. */
export const governanceQuery = (workspace: string, alliance: string, asOf: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'governance', alliance, asOf),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/alliances/${encodeURIComponent(alliance)}/governance-form`), {
        answer: lifecycleRoutes.governance.answer,
        query: { asOf },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** A lifecycle at the version that was read. */
export type LifecycleAt = { readonly workspace: string; readonly alliance: string; readonly version: number };

/** Takes the next step. @throws RequestFailure */
export const takeStep = ({ workspace, alliance, version }: LifecycleAt, body: LifecycleStepCreation) =>
  write(`${courseOf(workspace, alliance)}/steps`, {
    method: 'POST',
    version,
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: lifecycleRoutes.step.answer,
  });
