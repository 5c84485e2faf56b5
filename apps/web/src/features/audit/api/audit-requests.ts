import { auditRoutes, type AuditVerdict, type SignedHead } from '@entente/contract/audit';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuditSearch } from '../audit-search.ts';
import { addressOf as address, read, write } from '../../../lib/client.ts';

const ENTRIES_AT_ONCE = 100;

const pathOf = (workspace: string, rest = ''): string => `/workspaces/${encodeURIComponent(workspace)}/audit${rest}`;

/** The entries of the audit, latest first, page after page. */
export const auditQuery = (workspace: string, { kind }: AuditSearch = {}) =>
  infiniteQueryOptions({
    queryKey: ['workspace', workspace, 'audit', kind ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      read(pathOf(workspace), {
        answer: auditRoutes.list.answer,
        query: { before: pageParam, limit: ENTRIES_AT_ONCE, kind },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ items }) => {
      const last = items.at(-1)?.sequence ?? 1;
      return items.length === ENTRIES_AT_ONCE && last > 1 ? last : null;
    },
  });

/** Where the audit is saved from as a file. */
export const auditFileAddress = (workspace: string): string => address(pathOf(workspace, '/file'));

/** Has the end of the chain signed. @throws RequestFailure */
export const signHead = (workspace: string): Promise<SignedHead> =>
  write(pathOf(workspace, '/heads'), {
    method: 'POST',
    idempotencyKey: crypto.randomUUID(),
    answer: auditRoutes.sign.answer,
  });

/** Has the chain computed anew, and held against heads that were kept. @throws RequestFailure */
export const verifyAudit = (workspace: string, witnesses: readonly SignedHead[]): Promise<AuditVerdict> =>
  write(pathOf(workspace, '/verification'), {
    method: 'POST',
    body: { witnesses },
    idempotencyKey: crypto.randomUUID(),
    answer: auditRoutes.verify.answer,
  });
