import {
  cleanTeamRoutes,
  type ReleasePreview,
  type ReleaseProposal,
  type ReleaseRuleChange,
  releaseRoutes,
} from '@entente/contract/clean-team';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const keyOf = (workspace: string, ...rest: readonly unknown[]) => ['workspace', workspace, 'clean-team', ...rest];
const once = () => ({ method: 'POST' as const, idempotencyKey: crypto.randomUUID() });

export const teamQuery = (workspace: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'team'),
    queryFn: ({ signal }) => read(pathOf(workspace, '/clean-team'), { answer: cleanTeamRoutes.get.answer, signal }),
  });

export const releasesQuery = (workspace: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'releases'),
    queryFn: ({ signal }) => read(pathOf(workspace, '/releases'), { answer: releaseRoutes.list.answer, signal }),
  });

/** The figures of a field that may enter an aggregate. */
export const figuresQuery = (workspace: string, of: ReleasePreview['of']) =>
  queryOptions({
    queryKey: keyOf(workspace, 'figures', of),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/clean-team/figures'), { answer: cleanTeamRoutes.figures.answer, query: { of }, signal }),
  });

/** What entered an aggregate; for the clean team. */
export const inputsQuery = (workspace: string, release: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'inputs', release),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/releases/${release}/inputs`), { answer: releaseRoutes.inputs.answer, signal }),
  });

/** What an aggregate would be, or why it may not be released; the one before stands until it is known. */
export const previewQuery = (workspace: string, preview: ReleasePreview) =>
  queryOptions({
    queryKey: keyOf(workspace, 'preview', preview),
    queryFn: ({ signal }) =>
      write(pathOf(workspace, '/releases/preview'), {
        ...once(),
        body: preview,
        answer: releaseRoutes.preview.answer,
        signal,
      }),
    enabled: preview.records.length > 0,
    retry: false,
    placeholderData: keepPreviousData,
  });

/** @throws RequestFailure */
export const proposeRelease = (workspace: string, body: ReleaseProposal) =>
  write(pathOf(workspace, '/releases'), { ...once(), body, answer: releaseRoutes.propose.answer });

/** @throws RequestFailure */
export const approveRelease = (workspace: string, release: string) =>
  write(pathOf(workspace, `/releases/${release}/approval`), { ...once(), answer: releaseRoutes.approve.answer });

/** @throws RequestFailure */
export const refuseRelease = (workspace: string, release: string, reason: string) =>
  write(pathOf(workspace, `/releases/${release}/refusal`), {
    ...once(),
    body: { reason },
    answer: releaseRoutes.refuse.answer,
  });

/** @throws RequestFailure */
export const withdrawRelease = (workspace: string, release: string, reason: string) =>
  write(pathOf(workspace, `/releases/${release}/withdrawal`), {
    ...once(),
    body: { reason },
    answer: releaseRoutes.withdraw.answer,
  });

/** @throws RequestFailure */
export const changeRule = (workspace: string, body: ReleaseRuleChange) =>
  write(pathOf(workspace, '/clean-team'), {
    method: 'PATCH',
    idempotencyKey: crypto.randomUUID(),
    body,
    answer: cleanTeamRoutes.changeRule.answer,
  });
