import { collectionNamed, type RecordAnswer, recordPageRoutes } from '@entente/contract/register';
import { queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';
import type { AllianceRecord, OrganisationRecord, Page } from './answers.ts';

const PAGE = 200;

/** Everything read from a workspace stands under this key, so that one change can refresh it. */
export const workspaceKey = (workspace: string): readonly ['workspace', string] => ['workspace', workspace];

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

export const allianceRecordQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'alliance-record', slug],
    queryFn: ({ signal }) =>
      read(addressOf(workspace, `/alliances/${encodeURIComponent(slug)}/record`), {
        answer: recordPageRoutes.alliance.answer,
        signal,
      }) as Promise<AllianceRecord>,
  });

export const organisationRecordQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'organisation-record', slug],
    queryFn: ({ signal }) =>
      read(addressOf(workspace, `/organisations/${encodeURIComponent(slug)}/record`), {
        answer: recordPageRoutes.organisation.answer,
        signal,
      }) as Promise<OrganisationRecord>,
  });

const MEMBERSHIP_PAGES = 10;

/** Memberships of the workspace, as far as they are needed to find the firms with most alliances. */
export const membershipsQuery = (workspace: string) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'memberships'],
    queryFn: async ({ signal }) => {
      const [memberships, alliances] = await Promise.all([
        pagesOf(workspace, 'memberships', signal),
        pagesOf(workspace, 'alliances', signal),
      ]);
      return { ...memberships, ends: new Map(alliances.items.map(({ id, end }) => [id, end])) };
    },
  });

async function pagesOf<Name extends 'memberships' | 'alliances'>(
  workspace: string,
  name: Name,
  signal: AbortSignal,
): Promise<{ items: RecordAnswer<Name>[]; total: number }> {
  const items: RecordAnswer<Name>[] = [];
  let cursor: string | null = null;
  let total = 0;
  for (let page = 0; page < MEMBERSHIP_PAGES; page++) {
    const answer: Page<RecordAnswer<Name>> = await read(addressOf(workspace, `/${name}`), {
      answer: collectionNamed(name).routes.list.answer,
      query: { limit: PAGE, cursor },
      signal,
    });
    items.push(...answer.items);
    cursor = answer.nextCursor;
    total = answer.total;
    if (cursor === null) break;
  }
  return { items, total };
}
