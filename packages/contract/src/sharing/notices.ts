import { z } from 'zod';
import type { Route } from '../problem/index.ts';

const notices = z
  .strictObject({ wanted: z.boolean().describe('Whether notices of rooms, requests and answers are sent to you.') })
  .meta({ id: 'Notices' });
export type Notices = z.output<typeof notices>;

const shared = {
  subject: 'account',
  permission: 'account.use',
  path: '/api/v1/account/notices',
  params: z.object({}),
  query: null,
  headers: null,
  status: 200,
  answer: notices,
  problems: ['sign-in-required'],
} as const;

/** Notices by e-mail: that a room was opened or has a new edition, that something is asked, answered or signed. */
export const noticeRoutes = {
  get: { ...shared, id: 'getNotices', method: 'get', summary: 'Read whether you get notices by e-mail', body: null },
  change: {
    ...shared,
    id: 'changeNotices',
    method: 'patch',
    summary: 'Turn notices by e-mail on or off',
    body: notices,
  },
} as const satisfies Readonly<Record<string, Route>>;
