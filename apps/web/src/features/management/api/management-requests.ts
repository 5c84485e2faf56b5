import { calendarRoutes, type CalendarFeedMaking } from '@entente/contract/calendar';
import { lifecycleRoutes } from '@entente/contract/lifecycle';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const keyOf = (workspace: string, ...rest: readonly unknown[]) => ['workspace', workspace, 'management', ...rest];

/** Where every alliance stands on a day: by when their gates are to be passed. */
export const gatesQuery = (workspace: string, asOf: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'gates', asOf),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/lifecycles'), { answer: lifecycleRoutes.board.answer, query: { asOf }, signal }),
    placeholderData: keepPreviousData,
  });

/** The reader's own calendar feed. */
export const feedQuery = (workspace: string) =>
  queryOptions({
    queryKey: keyOf(workspace, 'feed'),
    queryFn: ({ signal }) => read(pathOf(workspace, '/calendar-feed'), { answer: calendarRoutes.get.answer, signal }),
  });

/** Makes the reader's feed; the answer alone holds its address. @throws RequestFailure */
export const makeFeed = (workspace: string, body: CalendarFeedMaking) =>
  write(pathOf(workspace, '/calendar-feed'), {
    method: 'POST',
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: calendarRoutes.make.answer,
  });

/** Ends the address of the reader's feed. @throws RequestFailure */
export const withdrawFeed = (workspace: string) =>
  write(pathOf(workspace, '/calendar-feed'), {
    method: 'DELETE',
    idempotencyKey: crypto.randomUUID(),
    answer: z.unknown(),
  });
