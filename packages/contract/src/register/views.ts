import { z } from 'zod';
import { id, line } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import { KIND_OF, recordParams, workspaceParams } from './collection.ts';

const COLLECTION_NAMES = Object.keys(KIND_OF) as (keyof typeof KIND_OF)[];

const name = z.string().min(1).max(60);

/** The most groups that are told by themselves to be open or closed. */
const MOST_TURNED = 200;

const opened = z
  .strictObject({
    all: z.boolean(),
    but: z
      .array(z.string().regex(/^(?:empty|is:[^]{1,2000})$/))
      .max(MOST_TURNED)
      .describe('Groups that are the other way, by their values as filters take them: `is:licence`, `empty`.'),
  })
  .nullable()
  .describe('Which groups are open; null: all of them while the table is short.');

/** What a table shows, and how. */
const definition = z
  .strictObject({
    columns: z.array(name).max(100).describe('Names of fields in the order of the table.'),
    filters: z.array(z.string().max(2000)).max(50).describe('As lists take them: `field:operator:value`.'),
    sort: z.string().max(200).describe('As lists take it: up to three keys with commas between.'),
    group: name.nullable(),
    q: z.string().max(200).nullable(),
    opened,
  })
  .meta({ id: 'ViewDefinition' });
export type ViewDefinition = z.infer<typeof definition>;

/** Who saves a view may leave out what is as in a plain table. */
const given = definition.extend({ opened: opened.default(null) }).meta({ id: 'GivenViewDefinition' });

const view = z
  .object({
    id,
    version: z.number().int().describe('Send it back in `If-Match` when you change or remove the view.'),
    name: z.string(),
    collection: z.enum(COLLECTION_NAMES),
    shared: z.boolean().describe('Seen by everybody in the workspace; else by its maker only.'),
    mine: z.boolean(),
    definition,
    abilities: z.object({ change: z.boolean(), remove: z.boolean() }).meta({ id: 'Abilities' }),
  })
  .meta({ id: 'View' });
export type ViewAnswer = z.infer<typeof view>;

const fields = { name: line, shared: z.boolean(), definition: given };

const creation = z
  .strictObject({ ...fields, shared: fields.shared.default(false), collection: z.enum(COLLECTION_NAMES) })
  .meta({ id: 'ViewCreation' });
export type ViewCreation = z.infer<typeof creation>;
const change = z.strictObject(fields).partial().meta({ id: 'ViewChange' });
export type ViewChange = z.infer<typeof change>;

const path = '/api/v1/workspaces/{workspace}/views';
const judged = [
  'filter-malformed',
  'list-field-unknown',
  'date-malformed',
  'number-malformed',
  'share-malformed',
  'term-unknown',
  'idempotency-key-reused',
] as const;
const shared = { subject: 'views', query: null, headers: null, body: null } as const;

/** Saved views of tables. Who may read the register may keep views of their own; sharing one takes the right to write. */
export const viewRoutes = {
  list: {
    ...shared,
    id: 'listViews',
    method: 'get',
    path,
    summary: 'List your views and those shared with you, by name',
    permission: 'register.read',
    params: workspaceParams,
    query: z.strictObject({ collection: z.enum(COLLECTION_NAMES).optional() }),
    status: 200,
    answer: z.object({ items: z.array(view) }).meta({ id: 'ViewList' }),
    problems: ['workspace-not-found'],
  },
  create: {
    ...shared,
    id: 'createView',
    method: 'post',
    path,
    summary: 'Save a view',
    permission: 'register.read',
    params: workspaceParams,
    headers: creationHeaders,
    body: creation,
    status: 201,
    answer: view,
    problems: ['workspace-not-found', 'views-full', ...judged],
  },
  change: {
    ...shared,
    id: 'changeView',
    method: 'patch',
    path: `${path}/{record}`,
    summary: 'Change a view of yours',
    permission: 'register.read',
    params: recordParams,
    headers: changeHeaders,
    body: change,
    status: 200,
    answer: view,
    problems: ['record-not-found', 'view-of-another', 'version-required', 'version-stale', ...judged],
  },
  remove: {
    ...shared,
    id: 'removeView',
    method: 'delete',
    path: `${path}/{record}`,
    summary: 'Remove a view of yours',
    permission: 'register.read',
    params: recordParams,
    headers: changeHeaders,
    status: 204,
    answer: null,
    problems: ['record-not-found', 'view-of-another', 'version-required', 'version-stale', 'idempotency-key-reused'],
  },
} as const satisfies Readonly<Record<string, Route>>;
