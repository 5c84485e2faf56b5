import { z } from 'zod';
import { id, reason, reference } from '../field/index.ts';
import { creationHeaders, type Route } from '../problem/index.ts';
import { changeSet } from './changes.ts';
import { workspaceParams } from './collection.ts';
import { COLLECTIONS, type CollectionName } from './collections.ts';

const MOST_CHANGES = 500;

const names = Object.keys(COLLECTIONS) as CollectionName[];

/** One write to a collection: exactly one of `create`, `change` and `remove`. */
function writeTo(name: CollectionName) {
  const { title, creation, change } = COLLECTIONS[name];
  return z
    .strictObject({
      collection: z.literal(name),
      as: z
        .string()
        .max(40)
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        .optional()
        .describe('With `create`: later writes of the batch refer to the new record as `@` and this name.'),
      record: reference.optional().describe('With `change` and `remove`: slug or id.'),
      version: z.number().int().min(1).optional().describe('With `change` and `remove`: the version that was read.'),
      create: creation.optional(),
      change: change.optional(),
      remove: z.literal(true).optional(),
    })
    .superRefine((write, context) => {
      const given = [write.create, write.change, write.remove].filter((part) => part !== undefined);
      const isNew = write.create !== undefined;
      const names = isNew ? [] : (['record', 'version'] as const);
      if (given.length !== 1) {
        context.addIssue({
          code: 'custom',
          message: 'A write creates, changes or removes',
          params: { code: 'field-required', fix: 'Give exactly one of create, change and remove.' },
        });
      }
      for (const name of names.filter((each) => write[each] === undefined)) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'A change of a record says which, and which version of it was read',
          params: { code: 'field-required', fix: 'Give record and version.' },
        });
      }
    })
    .meta({ id: `${title}Write` });
}

const [first, ...others] = names.map(writeTo);
if (first === undefined) throw new Error('There are collections to write to');

const batch = z
  .strictObject({
    changes: z
      .array(z.discriminatedUnion('collection', [first, ...others]))
      .min(1)
      .max(MOST_CHANGES),
    reason,
  })
  .meta({ id: 'Batch' });
export type BatchBody = z.infer<typeof batch>;

const written = z.object({
  collection: z.enum(names),
  id,
  slug: z.string().nullable(),
  version: z.number().int().nullable().describe('Null where the record was removed.'),
});

const batchAnswer = z
  .object({ change: changeSet, records: z.array(written).describe('In the order of the writes.') })
  .meta({ id: 'BatchAnswer' });
export type BatchAnswer = z.infer<typeof batchAnswer>;

export const batchRoutes = {
  apply: {
    id: 'applyBatch',
    subject: 'changes',
    method: 'post',
    path: '/api/v1/workspaces/{workspace}/changes',
    summary: 'Make several writes as one change: all of them or none',
    permission: 'register.write',
    params: workspaceParams,
    query: null,
    headers: creationHeaders,
    body: batch,
    status: 201,
    answer: batchAnswer,
    problems: [
      'workspace-not-found',
      'record-not-found',
      'version-stale',
      'slug-taken',
      'record-in-use',
      'field-required',
      'field-unknown',
      'record-unknown',
      'period-reversed',
      'value-refused',
      'reason-missing',
      'claim-last',
      'stake-overlap',
      'stakes-over-100',
      'holder-unclear',
      'idempotency-key-reused',
    ],
  },
} as const satisfies Readonly<Record<string, Route>>;
