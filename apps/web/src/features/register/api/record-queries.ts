import { type CollectionName, COLLECTIONS } from '@entente/contract/register';
import { invariant, type SubjectKind } from '@entente/core/kernel';
import { rowName } from '@entente/core/register';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';
import type { AnyRecord, Picked } from '../components/forms/form-values.ts';
import type { RecordEvidence } from './answers.ts';
import { COLLECTION_OF } from './record-kinds.ts';
import { workspaceKey } from './register-queries.ts';

const FOUND_MOST = 8;

const addressOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** A record of any kind with the claims on it. */
export type SourcedRecord = AnyRecord &
  Pick<RecordEvidence, 'claims' | 'discrepancies'> & {
    readonly custom?: Readonly<Record<string, string>>;
    readonly abilities: { readonly change: boolean; readonly remove: boolean };
  };

/** A record as it stands now. @throws RequestFailure */
export async function currentRecord(
  workspace: string,
  kind: SubjectKind,
  reference: string,
  signal?: AbortSignal,
): Promise<SourcedRecord> {
  const collection = COLLECTION_OF[kind];
  const { answer } = COLLECTIONS[collection].routes.get;
  invariant(answer, 'a record has an answer');
  const query = kind === 'source' ? {} : { include: 'claims' };
  const path = addressOf(workspace, `/${collection}/${encodeURIComponent(reference)}`);
  return (await read(path, { answer, query, ...(signal ? { signal } : {}) })) as unknown as SourcedRecord;
}

/** One record of any kind with the claims on it. */
export const recordQuery = (workspace: string, kind: SubjectKind, reference: string) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'record', kind, reference],
    queryFn: ({ signal }) => currentRecord(workspace, kind, reference, signal),
  });

/** What a record is called: by its name or title, else by what it holds. */
export function calledOf(record: AnyRecord): string {
  const { name, title, slug, key } = record;
  const named = [name, title].find((value): value is string => typeof value === 'string' && value !== '');
  const made = named ?? rowName(record as Parameters<typeof rowName>[0]);
  if (made !== '') return made;
  return [slug, key].find((value): value is string => typeof value === 'string') ?? '';
}

type ListedRecord = AnyRecord & { readonly slug?: string; readonly key?: string };

/** Records of some kinds whose names, aliases or readings hold the words. */
export const choicesQuery = (workspace: string, kinds: readonly SubjectKind[], q: string) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'choices', kinds.join(' '), q],
    queryFn: async ({ signal }): Promise<readonly Picked[]> => {
      const lists = await Promise.all(
        kinds.map(async (kind) => {
          const page = await listed(workspace, COLLECTION_OF[kind], { q, limit: FOUND_MOST }, signal);
          return page.map((record): Picked => {
            const reference = record.slug ?? record.key ?? record.id;
            return { kind, reference, name: calledOf(record) };
          });
        }),
      );
      return lists.flat();
    },
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });

/** Rows of a collection that belong to one record, e.g. the members of a house. */
export const rowsQuery = (workspace: string, collection: CollectionName, filter: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: [...workspaceKey(workspace), 'rows', collection, JSON.stringify(filter)],
    queryFn: ({ signal }) => listed(workspace, collection, { ...filter, limit: 200 }, signal),
  });

/** Every stake in a venture as it is recorded now; those that documents deny are left out. @throws RequestFailure */
export async function currentStakes(workspace: string, issuer: string): Promise<readonly AnyRecord[]> {
  const page = await listed(workspace, 'stakes', { issuer, limit: 200 });
  return page.filter(({ exists }) => exists !== false);
}

async function listed(
  workspace: string,
  collection: CollectionName,
  query: Readonly<Record<string, string | number>>,
  signal?: AbortSignal,
): Promise<readonly ListedRecord[]> {
  const { answer } = COLLECTIONS[collection].routes.list;
  invariant(answer, 'a list has an answer');
  const page = await read(addressOf(workspace, `/${collection}`), { answer, query, ...(signal ? { signal } : {}) });
  return (page as unknown as { readonly items: readonly ListedRecord[] }).items;
}
