import { discrepancyRoutes } from '@entente/contract/evidence';
import { KIND_OF } from '@entente/contract/register';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { read } from '../../../../lib/client.ts';
import { workspaceKey } from '../../api/register-queries.ts';
import { pathOf, type TableRow } from '../../api/table-queries.ts';
import type { TableName } from './table-kinds.ts';

const PAGE = 200;
/** A workspace with more open questions than this is not read to the end for the sake of marks. */
const MOST_PAGES = 10;

async function disputedFields(workspace: string, table: TableName, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query: Record<string, string | number | null> = { kind: KIND_OF[table], open: 'true', limit: PAGE, cursor };
    const answer = await read(pathOf(workspace, '/discrepancies'), {
      answer: discrepancyRoutes.list.answer,
      query,
      signal,
    });
    for (const { subject, field } of answer.items) found.add(`${subject.id} ${field}`);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return found;
}

/** Of which values of a table the sources disagree, and nobody has preferred one yet. */
export function useDisputed(workspace: string, table: TableName): (row: TableRow, field: string) => boolean {
  const { data } = useQuery({
    queryKey: [...workspaceKey(workspace), 'table-disputed', table],
    queryFn: ({ signal }) => disputedFields(workspace, table, signal),
  });
  return useCallback((row: TableRow, field: string) => data?.has(`${row.id} ${field}`) ?? false, [data]);
}
