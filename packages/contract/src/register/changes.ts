import { EdtfDate, SUBJECT_KINDS } from '@entente/core/kernel';
import { z } from 'zod';
import { placedRecord } from '../evidence/index.ts';
import { id, note, recordClass, recordLink } from '../field/index.ts';
import { creationHeaders, pageOf, paging, type Route } from '../problem/index.ts';
import { recordParams, workspaceParams } from './collection.ts';

export const changeSet = z
  .object({
    id,
    at: z.iso.datetime(),
    actor: z.object({ id, name: z.string() }),
    command: z.string().describe('What was done, e.g. `change-stake`.'),
    reason: z.string().nullable(),
    undoes: id.nullable(),
    undoneBy: id.nullable().describe('The change that took this one back, while it stands itself.'),
    workspaceVersion: z.number().int(),
    rows: z.number().int().describe('Rows that it changed.'),
    records: z.array(placedRecord).describe('The first records that it touched, four at most.'),
    abilities: z.object({ undo: z.boolean() }),
  })
  .meta({ id: 'ChangeSet' });
export type ChangeSetAnswer = z.infer<typeof changeSet>;

const rowChange = z
  .object({
    subject: placedRecord.describe('The record whose history it belongs to; a claim belongs to its subject.'),
    row: z.string().describe('The kind of row: that of the record, or `claim`, or `event-subject`.'),
    rowId: id,
    class: recordClass,
    action: z.enum(['added', 'changed', 'removed']),
    claim: z
      .object({ field: z.string(), value: z.string(), source: recordLink })
      .nullable()
      .describe('Of a claim: what it is about, also where that did not change.'),
    fields: z
      .array(z.object({ field: z.string(), before: z.unknown().nullable(), after: z.unknown().nullable() }))
      .describe('Fields that differ, in their form on the wire; a record that is mentioned comes with its name.'),
  })
  .meta({ id: 'RowChange' });
export type RowChangeAnswer = z.infer<typeof rowChange>;

const changeSetDetail = changeSet
  .extend({
    changes: z.array(rowChange).describe('In the order in which they were made, page by page.'),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ChangeSetDetail' });
export type ChangeSetDetailAnswer = z.infer<typeof changeSetDetail>;

const changeSetPage = pageOf(changeSet, 'ChangeSets')
  .extend({
    actors: z.array(z.object({ id, name: z.string() })).describe('Everybody who changed something in the workspace.'),
    commands: z.array(z.string()).describe('Everything that was done in the workspace.'),
  })
  .meta({ id: 'ChangeSetPage' });
export type ChangeSetPageAnswer = z.infer<typeof changeSetPage>;

const record = z
  .string()
  .max(120)
  .regex(new RegExp(`^(?:${SUBJECT_KINDS.join('|')}):[a-z0-9]+(?:-[a-z0-9]+)*$`))
  .optional()
  .describe(
    'Only changes to this record, to those that name it (its stakes, members, events …), and to claims on them.',
  );

const INSTANT = z.iso.datetime({ offset: true });
const moment = z
  .string()
  .max(40)
  .refine(
    (text) => INSTANT.safeParse(text).success || (/^\d{4}/.test(text) && EdtfDate.asOf(text).ok),
    'Give a day, a month or a year, for example 2026-11, or an instant with its offset.',
  )
  .optional();

const listQuery = z.strictObject({
  record,
  actor: id.optional().describe('Only what this person did.'),
  command: z
    .string()
    .max(60)
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .optional()
    .describe('Only what was done under this name, e.g. `change-stake`.'),
  from: moment.describe('Not before the beginning of this day, month or year (UTC), or this instant.'),
  to: moment.describe('Not after the end of this day, month or year (UTC), or before this instant.'),
  ...paging,
});

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
    query: listQuery,
    status: 200,
    answer: changeSetPage,
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
    query: z.strictObject(paging),
    status: 200,
    answer: changeSetDetail,
    problems: ['record-not-found', 'cursor-malformed'],
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
