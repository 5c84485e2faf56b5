import { type ClaimAnswer, discrepancyRoutes } from '@entente/contract/evidence';
import { type BatchAnswer, batchRoutes } from '@entente/contract/register';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';
import type { DiscrepancySearch } from '../evidence-search.ts';

const AT_ONCE = 40;

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** The fields on which sources disagree, record by record, page after page. */
export const discrepanciesQuery = (workspace: string, { kind, source, record, open }: DiscrepancySearch) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspace, 'discrepancies', kind, source, record, open],
    queryFn: ({ signal, pageParam }) =>
      read(addressOf(workspace, '/discrepancies'), {
        answer: discrepancyRoutes.list.answer,
        query: { kind, source, record, open, limit: AT_ONCE, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export type Preference = {
  readonly workspace: string;
  readonly claim: ClaimAnswer;
  /** The claims on the field that are preferred until now. */
  readonly instead: readonly ClaimAnswer[];
  readonly reason: string;
  readonly idempotencyKey: string;
};

/** Prefers one claim and no other on its field, as one change. @throws RequestFailure */
export function preferClaim({ workspace, claim, instead, reason, idempotencyKey }: Preference): Promise<BatchAnswer> {
  const ranked = (of: ClaimAnswer, change: object) => ({
    collection: 'claims',
    record: of.id,
    version: of.version,
    change,
  });
  const changes = [
    ...instead.map((other) => ranked(other, { rank: 'normal', reason: null })),
    ranked(claim, { rank: 'preferred', reason }),
  ];
  return write(addressOf(workspace, '/changes'), {
    method: 'POST',
    answer: batchRoutes.apply.answer,
    body: { changes, reason },
    idempotencyKey,
  });
}
