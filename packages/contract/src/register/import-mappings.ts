import { z } from 'zod';
import { id, line, reference } from '../field/index.ts';
import { creationHeaders, type Route } from '../problem/index.ts';
import { workspaceParams } from './collection.ts';

const MOST_COLUMNS = 1000;
const fieldName = z.string().min(1).max(200).describe('One of the fields of the layout; several with `+` between.');
const layoutName = z.string().min(1).max(40).describe('One of the layouts that an import lists.');

const mappingFields = {
  name: line,
  headings: z.array(z.string().max(600)).min(1).max(MOST_COLUMNS).describe('In the order of the columns.'),
  layout: layoutName,
  mapping: z.record(z.string().max(600), fieldName.nullable()).describe('Field by heading.'),
  shared: z.boolean().describe('Used for everybody in the workspace; else for its maker only.'),
};
const mapping = z.object({ id, ...mappingFields, mine: z.boolean() }).meta({ id: 'ImportMapping' });
export type ImportMappingAnswer = z.infer<typeof mapping>;
const mappingCreation = z
  .strictObject({ ...mappingFields, shared: mappingFields.shared.default(false) })
  .meta({ id: 'ImportMappingCreation' });
export type ImportMappingCreation = z.infer<typeof mappingCreation>;

const shared = { subject: 'imports', permission: 'register.write', query: null, headers: null, body: null } as const;
const mappingPath = '/api/v1/workspaces/{workspace}/import-mappings';

/** Remembered mappings: applied by themselves to a table whose headings fit. */
export const importMappingRoutes = {
  list: {
    ...shared,
    id: 'listImportMappings',
    method: 'get',
    path: mappingPath,
    summary: 'List your remembered mappings and those shared with you, by name',
    params: workspaceParams,
    status: 200,
    answer: z.object({ items: z.array(mapping) }).meta({ id: 'ImportMappingList' }),
    problems: ['workspace-not-found'],
  },
  create: {
    ...shared,
    id: 'createImportMapping',
    method: 'post',
    path: mappingPath,
    summary: 'Remember how the columns of a table are read; one of the same name of yours is replaced',
    params: workspaceParams,
    headers: creationHeaders,
    body: mappingCreation,
    status: 201,
    answer: mapping,
    problems: ['workspace-not-found', 'imports-full', 'field-unknown', 'value-refused', 'idempotency-key-reused'],
  },
  remove: {
    ...shared,
    id: 'removeImportMapping',
    method: 'delete',
    path: `${mappingPath}/{record}`,
    summary: 'Forget a mapping of yours',
    params: workspaceParams.extend({ record: reference }),
    status: 204,
    answer: null,
    problems: ['record-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
