import type { Action } from '@entente/core/accounts';
import { EdtfDate } from '@entente/core/kernel';
import { z } from 'zod';
import { reference } from '../field/index.ts';
import {
  changeHeaders,
  creationHeaders,
  pageOf,
  paging,
  type RegisterProblemCode,
  type Route,
} from '../problem/index.ts';

const WORKSPACE = '/api/v1/workspaces/{workspace}';

export const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
export const recordParams = workspaceParams.extend({ record: reference.describe('Slug or id of the record.') });

const asOf = z
  .string()
  .max(20)
  .refine((text) => EdtfDate.asOf(text).ok, 'Give a year, a month or a day, for example 2005 or 2005-04.')
  .optional()
  .describe('Only what holds at the end of this year, month or day.');
const q = z
  .string()
  .max(200)
  .optional()
  .describe('Words in names, aliases and readings, in any script; all must be found.');
const include = z
  .enum(['claims'])
  .optional()
  .describe('`claims`: with the claims on each field and their discrepancies.');

type Shape = Readonly<Record<string, z.ZodType>>;

/** How one kind of record is listed, read and written. */
export type CollectionParts<Name extends string> = {
  /** The plural in addresses, e.g. `house-memberships`. */
  readonly name: Name;
  /** What operations are called after, e.g. `HouseMembership`. */
  readonly title: string;
  readonly record: z.ZodType;
  readonly creation: z.ZodType;
  readonly change: z.ZodType;
  readonly filters: Shape;
  /** Sort keys beside `entered`, the order in which records came in. */
  readonly sorts: readonly string[];
  readonly searched: boolean;
  readonly dated: boolean;
};

export type Collection<Name extends string = string> = CollectionParts<Name> & {
  readonly routes: {
    readonly list: Route;
    readonly get: Route;
    readonly create: Route;
    readonly change: Route;
    readonly remove: Route;
  };
};

const VALUE_PROBLEMS: readonly RegisterProblemCode[] = [
  'field-required',
  'record-unknown',
  'period-reversed',
  'value-refused',
];

/** What a document denies is left out of lists unless it is asked for. */
const exists = z
  .enum(['true', 'false', 'any'])
  .default('true')
  .describe('`false`: only what the best claim denies or leaves out; `any`: both.');
const NEVER_DENIED = ['sources', 'claims'];

function listQuery({ name, filters, sorts, searched, dated }: CollectionParts<string>): z.ZodObject {
  const keys = ['entered', ...sorts].flatMap((sort) => [sort, `-${sort}`]);
  return z.strictObject({
    ...z.object(filters).partial().shape,
    ...(searched ? { q } : {}),
    ...(dated ? { asOf } : {}),
    ...(NEVER_DENIED.includes(name) ? {} : { exists }),
    sort: z.enum(keys).default('entered').describe('A minus sign turns the order.'),
    ...paging,
  });
}

/** The five routes that every kind of record has. */
export function collectionOf<Name extends string>(parts: CollectionParts<Name>): Collection<Name> {
  const { name, title, record, creation, change } = parts;
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
      query: listQuery(parts),
      status: 200,
      answer: pageOf(record, `${title}Page`),
      problems: ['workspace-not-found', 'cursor-malformed', 'record-unknown'],
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
