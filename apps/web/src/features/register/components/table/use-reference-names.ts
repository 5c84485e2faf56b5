import { collectionNamed } from '@entente/contract/register';
import type { ListFilter } from '@entente/core/register';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { read } from '../../../../lib/client.ts';
import { COLLECTION_OF } from '../../api/record-kinds.ts';
import { calledOf } from '../../api/record-queries.ts';
import { workspaceKey } from '../../api/register-queries.ts';
import { pathOf } from '../../api/table-queries.ts';
import type { TableField } from './table-fields.ts';

/** What records are called that filters name by their slugs; a slug stands for itself until its name has come. */
export function useReferenceNames(
  workspace: string,
  fields: readonly TableField[],
  filters: readonly (ListFilter | null)[],
) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = filters.flatMap((filter) => {
    const shape = fields.find(({ name }) => name === filter?.field)?.shape;
    if (filter === null || shape?.as !== 'reference') return [];
    return filter.values.map((reference) => ({ collection: COLLECTION_OF[shape.to], reference }));
  });
  const results = useQueries({
    queries: asked.map(({ collection, reference }) => ({
      queryKey: [...workspaceKey(workspace), 'called', collection, reference],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { answer } = collectionNamed(collection).routes.get;
        const path = pathOf(workspace, `/${collection}/${encodeURIComponent(reference)}`);
        const record = await read(path, { answer, signal });
        return { reference, name: calledOf(record) };
      },
      staleTime: 300_000,
      retry: false,
    })),
  });
  const found = results.flatMap(({ data }) => data ?? []);
  const nameOf = (reference: string): string =>
    chosen.get(reference) ?? found.find((one) => one.reference === reference)?.name ?? reference;
  const keep = useCallback((reference: string, name: string) => {
    setChosen((before) => new Map(before).set(reference, name));
  }, []);
  return { nameOf, keep };
}
