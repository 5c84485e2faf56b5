import type { Action } from '@entente/core/accounts';
import type { ListKind } from '@entente/core/register';
import { z } from 'zod';
import { reference } from '../field/index.ts';
import { changeHeaders, creationHeaders, pageOf, type RegisterProblemCode, type Route } from '../problem/index.ts';
import { listQuery, summary, summaryQuery, tableChoice, tableQuery } from './list-query.ts';

const WORKSPACE = '/api/v1/workspaces/{workspace}';

export const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
export const recordParams = workspaceParams.extend({ record: reference.describe('Slug or id of the record.') });

const include = z
  .enum(['claims'])
  .optional()
  .describe('`claims`: with the claims on each field and their discrepancies.');

type Shape = Readonly<Record<string, z.ZodType>>;

/** The kind of record that each collection holds. */
export const KIND_OF = {
  organisations: 'organisation',
  'organisation-names': 'organisation-name',
  houses: 'house',
  'house-memberships': 'house-membership',
  alliances: 'alliance',
  memberships: 'membership',
  stakes: 'stake',
  resources: 'resource',
  domains: 'domain',
  people: 'person',
  events: 'event',
  measures: 'measure',
  conditions: 'condition',
  workforces: 'workforce',
  sources: 'source',
  claims: 'claim',
} as const satisfies Readonly<Record<string, ListKind>>;

/** How one kind of record is listed, read and written. */
export type CollectionParts<Name extends string, Item extends z.ZodType = z.ZodType> = {
  /** The plural in addresses, e.g. `house-memberships`. */
  readonly name: Name;
  /** What operations are called after, e.g. `HouseMembership`. */
  readonly title: string;
  readonly record: Item;
  readonly creation: z.ZodType;
  readonly change: z.ZodType;
  /** Filters with a parameter of their own, beside `filter`. */
  readonly filters: Shape;
  readonly searched: boolean;
  readonly dated: boolean;
};

type Answering<Answer extends z.ZodType | null> = Omit<Route, 'answer'> & { readonly answer: Answer };

export type Collection<Name extends string = string, Item extends z.ZodType = z.ZodType> = CollectionParts<
  Name,
  Item
> & {
  readonly routes: {
    readonly list: Answering<ReturnType<typeof pageOf<Item>>>;
    readonly summary: Answering<typeof summary>;
    readonly table: Answering<null>;
    readonly chosen: Answering<null>;
    readonly get: Answering<Item>;
    readonly create: Answering<Item>;
    readonly change: Answering<Item>;
    readonly remove: Answering<null>;
  };
};

const VALUE_PROBLEMS: readonly RegisterProblemCode[] = [
  'field-required',
  'record-unknown',
  'period-reversed',
  'value-refused',
];

const LIST_PROBLEMS: readonly RegisterProblemCode[] = [
  'workspace-not-found',
  'record-unknown',
  'filter-malformed',
  'list-field-unknown',
  'text-unreadable',
  'date-malformed',
  'number-malformed',
  'share-malformed',
  'term-unknown',
];

const TABLE_FILES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** The routes that every kind of record has. */
export function collectionOf<Name extends keyof typeof KIND_OF, Item extends z.ZodType>(
  parts: CollectionParts<Name, Item>,
): Collection<Name, Item> {
  const { name, title, record, creation, change } = parts;
  const listed = { ...parts, kind: KIND_OF[name] };
  const path = `${WORKSPACE}/${name}`;
  const shared = { subject: name, params: recordParams, query: null, headers: null, body: null } as const;
  const write: Action = 'register.write';
  const words = name.replaceAll('-', ' ');
  const routes = {
    list: {
      ...shared,
      id: `list${title}s`,
      method: 'get',
      path,
      summary: `List ${words}`,
      permission: 'register.read',
      params: workspaceParams,
      query: listQuery(listed),
      status: 200,
      answer: pageOf(record, `${title}Page`),
      problems: [...LIST_PROBLEMS, 'cursor-malformed'],
    },
    summary: {
      ...shared,
      id: `summarise${title}s`,
      method: 'get',
      path: `${path}/summary`,
      summary: `Count the ${words} of a list and total their numbers`,
      permission: 'register.read',
      params: workspaceParams,
      query: summaryQuery(listed),
      status: 200,
      answer: summary,
      problems: LIST_PROBLEMS,
    },
    table: {
      ...shared,
      id: `table${title}s`,
      method: 'get',
      path: `${path}/table`,
      summary: `Take the ${words} of a list away as a CSV or Excel file`,
      permission: 'register.read',
      params: workspaceParams,
      query: tableQuery(listed),
      status: 200,
      answer: null,
      files: TABLE_FILES,
      problems: LIST_PROBLEMS,
    },
    chosen: {
      ...shared,
      id: `tableChosen${title}s`,
      method: 'post',
      path: `${path}/table`,
      summary: `Take chosen ${words} away as a CSV or Excel file; nothing is changed`,
      permission: 'register.read',
      params: workspaceParams,
      body: tableChoice(listed),
      status: 200,
      answer: null,
      files: TABLE_FILES,
      problems: ['workspace-not-found', 'record-unknown', 'list-field-unknown'],
    },
    get: {
      ...shared,
      id: `get${title}`,
      method: 'get',
      path: `${path}/{record}`,
      summary: `Read one of the ${words}`,
      permission: 'register.read',
      query: z.strictObject({ include }),
      status: 200,
      answer: record,
      problems: ['record-not-found'],
    },
    create: {
      ...shared,
      id: `create${title}`,
      method: 'post',
      path,
      summary: `Add to the ${words}`,
      permission: write,
      params: workspaceParams,
      headers: creationHeaders,
      body: creation,
      status: 201,
      answer: record,
      problems: ['workspace-not-found', 'slug-taken', 'idempotency-key-reused', ...VALUE_PROBLEMS],
    },
    change: {
      ...shared,
      id: `change${title}`,
      method: 'patch',
      path: `${path}/{record}`,
      summary: `Change one of the ${words}`,
      permission: write,
      headers: changeHeaders,
      body: change,
      status: 200,
      answer: record,
      problems: [
        'record-not-found',
        'version-required',
        'version-stale',
        'slug-taken',
        'idempotency-key-reused',
        ...VALUE_PROBLEMS,
      ],
    },
    remove: {
      ...shared,
      id: `remove${title}`,
      method: 'delete',
      path: `${path}/{record}`,
      summary: `Remove one of the ${words}`,
      permission: write,
      headers: changeHeaders,
      status: 204,
      answer: null,
      problems: ['record-not-found', 'version-required', 'version-stale', 'record-in-use', 'idempotency-key-reused'],
    },
  } as const satisfies Collection['routes'];
  return { ...parts, routes };
}
