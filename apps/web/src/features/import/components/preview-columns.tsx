import type { ImportAnswer, ImportColumn } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import type { GridColumn } from '../../../ui/grid/grid-model.ts';
import { useImportWords } from './import-words.ts';
import { fieldRecorded, orderAnswered, recordedWords } from './recorded-words.ts';
import type { ImportRow } from './use-import-rows.ts';

/** The column of line numbers, in which also stands what is wrong with a row as a whole. */
export const LINE = 'line';
const LINE_WIDTH = 70;
const WIDTH = 170;

/** What stands in a row's cell of a column, by its index. */
export const cellText = (row: ImportRow, index: number): string =>
  row.cells.find(({ column }) => column === index)?.text ?? '';

/** The columns that are read, under what they are read as, their cells as they are understood. */
export function usePreviewColumns(draft: ImportAnswer): readonly GridColumn<ImportRow>[] {
  const { t, i18n } = useLingui();
  const own = useImportWords();
  const words = useWords();
  return useMemo(() => {
    const line: GridColumn<ImportRow> = {
      id: LINE,
      header: t`Row`,
      width: LINE_WIDTH,
      numeric: true,
      sortable: false,
      editable: () => false,
      cell: (row) => row.line,
      text: (row) => String(row.line),
    };
    const columnOf = ({ index, mapping }: ImportColumn): GridColumn<ImportRow> => {
      const target = mapping ?? '';
      const field = fieldRecorded(draft.layout, target);
      const order = orderAnswered(draft.questions, index);
      const text = (row: ImportRow): string =>
        row.leftOut === null ? recordedWords(field, cellText(row, index), order, words, i18n) : cellText(row, index);
      return {
        id: String(index),
        header: own.field(draft, target),
        width: WIDTH,
        numeric: field?.as === 'share' || field?.as === 'decimal' || field?.as === 'whole',
        sortable: false,
        editable: (row) => row.leftOut === null,
        cell: text,
        text,
      };
    };
    return [line, ...draft.columns.filter(({ mapping }) => mapping !== null).map(columnOf)];
  }, [draft, own, words, t, i18n]);
}
