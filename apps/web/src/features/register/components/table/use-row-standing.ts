import { useCallback } from 'react';
import type { TableRow } from '../../api/table-queries.ts';
import { useComingWords, useStandingWords } from '../rows/standing-words.ts';
import { TABLE_KINDS, type TableName } from './table-kinds.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Words for rows that do not hold on the page's date, or that their best source denies; null for those that do. */
export function useRowStanding(table: TableName): (row: TableRow) => string | null {
  const standing = useStandingWords();
  const coming = useComingWords();
  const { period } = TABLE_KINDS[table];
  return useCallback(
    (row: TableRow) => {
      if (period === null) return null;
      if ('on' in period) return coming(textOf(row[period.on]));
      const exists = row['exists'] !== false;
      return standing({ from: textOf(row[period.from]), to: textOf(row[period.to]) ?? '..', exists });
    },
    [period, standing, coming],
  );
}
