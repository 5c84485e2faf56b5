import type { ClaimAnswer } from '@entente/contract/evidence';
import { type CollectionName, COLLECTIONS, collectionNamed, KIND_OF } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { rowName } from '@entente/core/register';
import { useQueries, useQuery } from '@tanstack/react-query';
import { read } from '../../../lib/client.ts';

type Subject = ClaimAnswer['subject'];

const COLLECTION_OF = {
  stake: 'stakes',
  membership: 'memberships',
  resource: 'resources',
  domain: 'domains',
  measure: 'measures',
  condition: 'conditions',
  workforce: 'workforces',
  'house-membership': 'house-memberships',
  'organisation-name': 'organisation-names',
} as const satisfies Partial<Record<SubjectKind, keyof typeof COLLECTIONS>>;

const hasNoName = (kind: SubjectKind): kind is keyof typeof COLLECTION_OF => kind in COLLECTION_OF;

async function nameRead(
  workspace: string,
  kind: keyof typeof COLLECTION_OF,
  id: string,
  signal: AbortSignal,
): Promise<string> {
  const { routes, name } = COLLECTIONS[COLLECTION_OF[kind]];
  const path = `/workspaces/${encodeURIComponent(workspace)}/${name}/${id}`;
  return rowName(await read(path, { answer: routes.get.answer, signal }));
}

/** What subjects are called: by their own name, or, for rows that have none, by what they hold. */
export function useSubjectNames(workspace: string, subjects: readonly Subject[]): (subject: Subject) => string {
  const nameless = [
    ...new Map(subjects.filter(({ name }) => name === null).map((subject) => [subject.id, subject])).values(),
  ];
  const names = useQueries({
    queries: nameless.map(({ kind, id }) => ({
      queryKey: ['workspace', workspace, 'subject-name', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => (hasNoName(kind) ? nameRead(workspace, kind, id, signal) : ''),
      staleTime: 300_000,
    })),
    combine: (results) => new Map(results.map(({ data }, at) => [nameless[at]?.id, data ?? ''])),
  });
  return ({ id, name, slug }) => name ?? names.get(id) ?? slug ?? '';
}

type Called = Parameters<typeof rowName>[0] & { readonly name?: string | null; readonly title?: string | null };

const collectionOf = (kind: string): CollectionName | null =>
  (Object.entries(KIND_OF).find(([, of]) => of === kind)?.[0] ?? null) as CollectionName | null;

/** What the record of an address (`kind:slug` or `kind:id`) is called; null until that is known. */
export function useRecordName(workspace: string, record: string | null): string | null {
  const [kind = '', reference = ''] = record?.split(':') ?? [];
  const collection = collectionOf(kind);
  const { data } = useQuery({
    queryKey: ['workspace', workspace, 'record-name', kind, reference],
    queryFn: async ({ signal }) => {
      const { routes, name } = collectionNamed(collection ?? 'organisations');
      const path = `/workspaces/${encodeURIComponent(workspace)}/${name}/${encodeURIComponent(reference)}`;
      const answer = (await read(path, { answer: routes.get.answer, signal })) as Called;
      return answer.name ?? answer.title ?? rowName(answer);
    },
    enabled: collection !== null && reference !== '',
    retry: false,
    staleTime: 300_000,
  });
  return data ?? null;
}
