import { KIND_OF } from '@entente/contract/register';
import type { Wording } from '@entente/core/register';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { customFieldsQuery } from '../../api/table-queries.ts';
import { type TableField, tableFields } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';

const NOTHING: never[] = [];

/** All fields of a table in the reader's words, with those that the workspace added. */
export function useTableFields(workspace: string, table: TableName): readonly TableField[] {
  const { t, i18n } = useLingui();
  const words = useWords();
  const { data: custom = NOTHING } = useQuery(customFieldsQuery(workspace));
  const language = i18n.locale as keyof Wording;
  return useMemo(
    () =>
      tableFields(KIND_OF[table], custom, {
        words,
        language,
        yes: t`yes`,
        no: t`no`,
        moments: { createdAt: t`Added on`, updatedAt: t`Changed on` },
      }),
    [table, custom, words, language, t],
  );
}
