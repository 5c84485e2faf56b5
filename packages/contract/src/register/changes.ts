import { SUBJECT_KINDS } from '@entente/core/kernel';
import { z } from 'zod';
import { id, note, recordClass, subjectLink } from '../field/index.ts';
import { creationHeaders, pageOf, paging, type Route } from '../problem/index.ts';
import { recordParams, workspaceParams } from './collection.ts';

const changeSet = z
  .object({
    id,
    at: z.iso.datetime(),
    actor: z.object({ id, name: z.string() }),
    command: z.string().describe('What was done, e.g. `change-stake`.'),
    reason: z.string().nullable(),
    undoes: id.nullable(),
    workspaceVersion: z.number().int(),
    rows: z.number().int().describe('Rows that it changed.'),
    abilities: z.object({ undo: z.boolean() }),
  })
  .meta({ id: 'ChangeSet' });
export type ChangeSetAnswer = z.infer<typeof changeSet>;

const rowChange = z
  .object({
    subject: subjectLink.describe('The record whose history it belongs to; a claim belongs to its subject.'),
    row: z.string().describe('The kind of row: that of the record, or `claim`, or `event-subject`.'),
    rowId: id,
    class: recordClass,
    action: z.enum(['added', 'changed', 'removed']),
    fields: z.array(z.object({ field: z.string(), before: z.unknown().nullable(), after: z.unknown().nullable() })),
  })
  .meta({ id: 'RowChange' });
export type RowChangeAnswer = z.infer<typeof rowChange>;

const changeSetDetail = changeSet.extend({ changes: z.array(rowChange) }).meta({ id: 'ChangeSetDetail' });
export type ChangeSetDetailAnswer = z.infer<typeof changeSetDetail>;

const record = z
  .string()
  .max(120)
  .regex(new RegExp(`^(?:${SUBJECT_KINDS.join('|')}):[a-z0-9]+(?:-[a-z0-9]+)*$`))
  .optional()
  .describe('Only changes to this record and its claims: `kind:record`.');

const undoBody = z.strictObject({ reason: note.optional() }).meta({ id: 'Undo' });

const shared = { subject: 'changes', query: null, headers: null, body: null } as const;
const path = '/api/v1/workspaces/{workspace}/changes';

export const changeRoutes = {
  list: {
    ...shared,
    id: 'listChanges',
    method: 'get',
    path,
    summary: 'List what was changed, latest first',
    permission: 'history.read',
    params: workspaceParams,
    query: z.strictObject({ record, ...paging }),
    status: 200,
    answer: pageOf(changeSet, 'ChangeSetPage'),
    problems: ['workspace-not-found', 'cursor-malformed', 'record-unknown'],
  },
  get: {
    ...shared,
    id: 'getChange',
    method: 'get',
    path: `${path}/{record}`,
    summary: 'Read one change with the fields before and after',
    permission: 'history.read',
    params: recordParams,
    status: 200,
    answer: changeSetDetail,
    problems: ['record-not-found'],
  },
  undo: {
    ...shared,
    id: 'undoChange',
    method: 'post',
    path: `${path}/{record}/undo`,
    summary: 'Undo a change: a new change that restores what was before, whole or not at all',
    permission: 'history.undo',
    params: recordParams,
    headers: creationHeaders,
    body: undoBody,
    status: 201,
    answer: changeSet,
    problems: ['record-not-found', 'undo-blocked', 'idempotency-key-reused'],
  },
} as const satisfies Readonly<Record<string, Route>>;
