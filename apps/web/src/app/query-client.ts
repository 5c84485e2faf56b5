import { QueryClient } from '@tanstack/react-query';
import { RequestFailure } from '../lib/problem.ts';

const isWorthRepeating = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof RequestFailure && (error.failure === 'unreachable' || error.status === 503);

/** What the pages have read; nothing is read twice within half a minute unless a change says so. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: isWorthRepeating, retryDelay: 400 } },
});
