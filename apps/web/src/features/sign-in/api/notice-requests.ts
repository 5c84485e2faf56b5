import { noticeRoutes, type Notices } from '@entente/contract/sharing';
import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';
import { accountKey } from './account-requests.ts';

const PATH = '/account/notices';
const { answer } = noticeRoutes.get;

export const noticesQuery = queryOptions({
  queryKey: [...accountKey, 'notices'],
  queryFn: ({ signal }) => read(PATH, { answer, signal }),
});

/** Turns notices on or off. @throws RequestFailure */
export const changeNotices = (body: Notices): Promise<Notices> =>
  write(PATH, { method: 'PATCH', body, answer, idempotencyKey: crypto.randomUUID() });
