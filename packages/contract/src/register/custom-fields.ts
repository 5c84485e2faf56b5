import { SUBJECT_KINDS } from '@entente/core/kernel';
import { CUSTOM_SHAPES } from '@entente/core/register';
import { z } from 'zod';
import { fieldKey, id, line } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';
import { recordParams, workspaceParams } from './collection.ts';

const MOST_TERMS = 200;

const labels = z
  .strictObject({ en: line, ja: line, 'zh-Hant': line })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'Give a label in at least one language.')
  .describe('Words by language; a missing one is shown in another.');

const term = z.strictObject({ term: fieldKey, labels });
const terms = z
  .array(term)
  .max(MOST_TERMS)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [index, { term: name }] of list.entries()) {
      if (seen.has(name)) {
        context.addIssue({
          code: 'custom',
          path: [index, 'term'],
          message: `The term ${name} stands in the list twice`,
          params: { code: 'value-refused', fix: 'Give each term a name of its own.' },
        });
      }
      seen.add(name);
    }
  })
  .describe('For `term`: what may be chosen, in order.');

const fields = {
  kind: z.enum(SUBJECT_KINDS),
  key: fieldKey,
  as: z.enum(CUSTOM_SHAPES),
  labels,
  terms,
  place: z.number().int().min(0).max(10_000).describe('Its order among the fields of the kind.'),
  retired: z.boolean().describe('No longer offered; values that stand are kept and shown.'),
};

const customField = z
  .object({
    id,
    version: z.number().int().describe('Send it back in `If-Match` when you change or remove the field.'),
    ...fields,
    labels: z.partialRecord(z.enum(['en', 'ja', 'zh-Hant']), z.string()),
    terms: z.array(
      z.object({ term: z.string(), labels: z.partialRecord(z.enum(['en', 'ja', 'zh-Hant']), z.string()) }),
    ),
    abilities: z.object({ change: z.boolean(), remove: z.boolean() }).meta({ id: 'Abilities' }),
  })
  .meta({ id: 'CustomField' });
export type CustomFieldAnswer = z.infer<typeof customField>;

const creation = z
  .strictObject({
    ...fields,
    terms: terms.default([]),
    place: fields.place.default(0),
    retired: fields.retired.default(false),
  })
  .meta({ id: 'CustomFieldCreation' });
export type CustomFieldCreation = z.infer<typeof creation>;

/** Kind, key and shape stay: values rest on them. */
const change = z
  .strictObject({ labels, terms, place: fields.place, retired: fields.retired })
  .partial()
  .meta({ id: 'CustomFieldChange' });
export type CustomFieldChange = z.infer<typeof change>;

const path = '/api/v1/workspaces/{workspace}/custom-fields';
const shared = { subject: 'custom-fields', query: null, headers: null, body: null } as const;

export const customFieldRoutes = {
  list: {
    ...shared,
    id: 'listCustomFields',
    method: 'get',
    path,
    summary: 'List the workspace’s own fields, by kind and place',
    permission: 'register.read',
    params: workspaceParams,
    status: 200,
    answer: z.object({ items: z.array(customField) }).meta({ id: 'CustomFieldList' }),
    problems: ['workspace-not-found'],
  },
  create: {
    ...shared,
    id: 'createCustomField',
    method: 'post',
    path,
    summary: 'Add a field to a kind of record',
    permission: 'workspace.configure',
    params: workspaceParams,
    headers: creationHeaders,
    body: creation,
    status: 201,
    answer: customField,
    problems: [
      'workspace-not-found',
      'custom-field-taken',
      'field-required',
      'value-refused',
      'idempotency-key-reused',
    ],
  },
  change: {
    ...shared,
    id: 'changeCustomField',
    method: 'patch',
    path: `${path}/{record}`,
    summary: 'Change the words, terms or place of a field, or retire it',
    permission: 'workspace.configure',
    params: recordParams,
    headers: changeHeaders,
    body: change,
    status: 200,
    answer: customField,
    problems: [
      'record-not-found',
      'version-required',
      'version-stale',
      'custom-field-in-use',
      'field-required',
      'value-refused',
      'idempotency-key-reused',
    ],
  },
  remove: {
    ...shared,
    id: 'removeCustomField',
    method: 'delete',
    path: `${path}/{record}`,
    summary: 'Remove a field that no record uses',
    permission: 'workspace.configure',
    params: recordParams,
    headers: changeHeaders,
    status: 204,
    answer: null,
    problems: [
      'record-not-found',
      'version-required',
      'version-stale',
      'custom-field-in-use',
      'idempotency-key-reused',
    ],
  },
} as const satisfies Readonly<Record<string, Route>>;
