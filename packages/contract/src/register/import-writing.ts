import { z } from 'zod';
import { reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';
import { workspaceParams } from './collection.ts';

const progress = z
  .object({
    writing: z
      .object({
        written: z.number().int(),
        total: z.number().int().describe('Rows in all, those of the claims among them.'),
        seconds: z.number().describe('Since the writing began.'),
      })
      .nullable()
      .describe('`null`: it is not being written now.'),
  })
  .meta({ id: 'ImportProgress' });
export type ImportProgress = z.infer<typeof progress>;

const shared = {
  subject: 'imports',
  permission: 'register.write',
  path: '/api/v1/workspaces/{workspace}/imports/{record}/writing',
  params: workspaceParams.extend({ record: reference }),
  query: null,
  headers: null,
  body: null,
  problems: ['record-not-found'],
} as const;

/** An import while a commit writes it. */
export const importWritingRoutes = {
  get: {
    ...shared,
    id: 'getImportProgress',
    method: 'get',
    summary: 'Read how far an import is with being written',
    status: 200,
    answer: progress,
  },
  stop: {
    ...shared,
    id: 'stopImport',
    method: 'delete',
    summary: 'Stop an import that is being written: nothing of it stays',
    status: 204,
    answer: null,
  },
} as const satisfies Readonly<Record<string, Route>>;
