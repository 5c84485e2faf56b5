import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import type { GridColumn } from '../../../../ui/grid/grid-model.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { CellValue, OwnName } from './cell-value.tsx';
import { cellWords } from './cell-words.ts';
import { NUMERIC, shownIn, type TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';

const WIDE: readonly TableField['shape']['as'][] = ['note', 'details', 'subjects'];

function widthOf({ shape, choices }: TableField, isFirst: boolean): number {
  if (isFirst) return 300;
  if (WIDE.includes(shape.as)) return 320;
  if (NUMERIC.includes(shape.as)) return 110;
  if (shape.as === 'reference' || shape.as === 'subject') return 240;
  if (shape.as === 'date' || shape.as === 'end') return 150;
  if (shape.as === 'moment') return 130;
  if (shape.as === 'term') return 180;
  if (shape.as === 'slug') return 190;
  return choices !== null || shape.as === 'country' ? 140 : 160;
}

/** The fields by which a record of a table is known; they lead to its page. */
const NAMING: Readonly<Record<TableName, string | null>> = {
  alliances: 'name',
  organisations: 'name',
  houses: 'name',
  stakes: null,
  people: 'name',
  events: 'title',
  measures: null,
  sources: 'title',
};

/** The columns of a table by the names that its definition gives; what the table does not know is left out. */
export function useTableColumns(
  table: TableName,
  fields: readonly TableField[],
  shown: readonly string[],
): readonly GridColumn<TableRow>[] {
  const { i18n } = useLingui();
  const { locale } = i18n;
  const words = useWords();
  const names = shown.join(',');
  return useMemo(() => {
    const known = names
      .split(',')
      .flatMap((name) => fields.find((field) => field.name === name && field.isShown) ?? []);
    return known.map((field, at): GridColumn<TableRow> => {
      const textOf = (row: TableRow): string => cellWords(field, shownIn(row, field.name), words, i18n);
      return {
        id: field.name,
        header: field.label,
        width: widthOf(field, at === 0),
        numeric: NUMERIC.includes(field.shape.as),
        sortable: field.isSorted,
        editable: (row) => field.isTyped && row.abilities.change,
        text: textOf,
        cell: (row) =>
          NAMING[table] === field.name ? (
            <OwnName table={table} row={row} name={textOf(row) || null} />
          ) : (
            <CellValue row={row} field={field} />
          ),
      };
    });
  }, [names, fields, words, table, i18n, locale]);
}
