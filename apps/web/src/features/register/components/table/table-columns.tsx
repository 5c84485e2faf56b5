import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import type { GridColumn } from '../../../../ui/grid/grid-model.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { CellValue, DisputedMark, OwnLink } from './cell-value.tsx';
import { typedText } from './cell-input.ts';
import { cellWords } from './cell-words.ts';
import { NUMERIC, shownIn, type TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import classes from './table.module.css';

const WIDE: readonly TableField['shape']['as'][] = ['note', 'details', 'subjects'];

/** Lines that take more than a word or two. */
const LONG_LINES = ['quantity', 'role', 'holders', 'venue'];

function widthOf({ shape, name, choices }: TableField, isFirst: boolean): number {
  if (isFirst) return 260;
  if (WIDE.includes(shape.as)) return 320;
  if (shape.as === 'lines' || LONG_LINES.includes(name)) return 220;
  if (name === 'bound') return 110;
  // A total of shares tells its day, too.
  if (shape.as === 'share') return 170;
  if (NUMERIC.includes(shape.as)) return 110;
  if (shape.as === 'reference' || shape.as === 'subject') return 240;
  // A day that is known between two years.
  if (name === 'date') return 180;
  if (shape.as === 'date' || shape.as === 'end') return 150;
  if (shape.as === 'moment') return 130;
  if (shape.as === 'term') return 195;
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

/** Text that a cell says in the reader's words, which would not be read back from them. */
const isReworded = ({ name }: TableField): boolean => name === 'quantity' || name === 'unit';

function slugOf(row: TableRow): string {
  const slug = row['slug'] ?? row['key'];
  return typeof slug === 'string' ? slug : '–';
}

/** The columns of a table by the names that its definition gives; what the table does not know is left out. */
export function useTableColumns(
  table: TableName,
  fields: readonly TableField[],
  shown: readonly string[],
  isDisputed: (row: TableRow, field: string) => boolean,
): readonly GridColumn<TableRow>[] {
  const { i18n, t } = useLingui();
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
        copied: isReworded(field) ? (row) => typedText(field, row) : undefined,
        cell: (row) => {
          const mark = isDisputed(row, field.name) && <DisputedMark />;
          if (NAMING[table] === field.name) {
            return (
              <OwnLink table={table} row={row}>
                {textOf(row) || slugOf(row)}
                {mark}
              </OwnLink>
            );
          }
          const value = (
            <>
              <CellValue row={row} field={field} />
              {mark}
            </>
          );
          if (at > 0 || NAMING[table] !== null) return value;
          return (
            <span className={classes.opened}>
              <span>{value}</span>
              <OwnLink table={table} row={row} className={classes.open}>
                <span aria-hidden="true">↗</span>
                <VisuallyHidden>{t`Open the record`}</VisuallyHidden>
              </OwnLink>
            </span>
          );
        },
      };
    });
  }, [names, fields, words, table, isDisputed, i18n, locale, t]);
}
