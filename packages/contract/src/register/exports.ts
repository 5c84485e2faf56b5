import { z } from 'zod';
import type { Route } from '../problem/index.ts';
import { workspaceParams } from './collection.ts';

/** The whole register as one file. */
export const exportRoutes = {
  register: {
    id: 'exportRegister',
    subject: 'exports',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/export',
    summary:
      'Take the whole register away as a workbook: a sheet for each kind of record, for claims and for own fields',
    permission: 'register.read',
    params: workspaceParams,
    query: z.strictObject({ as: z.enum(['xlsx']).default('xlsx') }),
    headers: null,
    body: null,
    status: 200,
    answer: null,
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: ['workspace-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
