import { z } from 'zod';
import { reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';

const termSheetQuery = z
  .strictObject({
    format: z.enum(['docx', 'pdf']).default('docx').describe('For Word and other text programs, or for reading.'),
    language: z.enum(['en', 'ja', 'zh-Hant']).default('en').describe('Of headings and states; terms stay as written.'),
  })
  .meta({ id: 'TermSheetQuery' });
export type TermSheetQuery = z.output<typeof termSheetQuery>;

/** The term sheet of an alliance as a file. What anybody wants, or would walk away at, is in none. */
export const termSheetRoutes = {
  file: {
    id: 'exportTermSheet',
    subject: 'papers',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/alliances/{record}/term-sheet',
    summary: 'Read the term sheet of an alliance as a file; a blank one where none was written',
    permission: 'register.read',
    params: z.object({
      workspace: reference.describe('Slug or id of the workspace.'),
      record: reference.describe('Slug or id of the alliance.'),
    }),
    query: termSheetQuery,
    headers: null,
    body: null,
    status: 200,
    answer: null,
    files: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/pdf'],
    problems: ['record-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
