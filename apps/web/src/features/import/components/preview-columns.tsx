import type { ImportAnswer, ImportColumn } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import type { GridColumn } from '../../../ui/grid/grid-model.ts';
import classes from './import.module.css';
import { useImportWords } from './import-words.ts';
import { fieldRecorded, recordedWords } from './recorded-words.ts';
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
      const readAs = (row: ImportRow): string | null => {
        const read = row.cells.find(({ column }) => column === index)?.read ?? [];
        if (read.length === 0) return null;
        const each = read.map((one) => recordedWords(fieldRecorded(draft.layout, one.field), one.value, words, i18n));
        return each.join(' · ');
      };
      const text = (row: ImportRow): string => readAs(row) ?? cellText(row, index);
      return {
        id: String(index),
        header: own.field(draft, target),
        width: WIDTH,
        numeric: field?.as === 'share' || field?.as === 'decimal' || field?.as === 'whole',
        sortable: false,
        editable: (row) => row.leftOut === null,
        cell: (row) =>
          row.leftOut === null ? (
            <Understood read={readAs(row)} written={cellText(row, index)} />
          ) : (
            cellText(row, index)
          ),
        text,
      };
    };
    return [line, ...draft.columns.filter(({ mapping }) => mapping !== null).map(columnOf)];
  }, [draft, own, words, t, i18n]);
}

type UnderstoodProps = { readonly read: string | null; readonly written: string };

/** Texts that differ in nothing but width, spaces and the signs of shares say the same. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s%:/]/g, '');

/** A cell as it is understood; beside it what is written, where that says another thing or is read as nothing. */
function Understood({ read, written }: UnderstoodProps) {
  if (read === null) return <span className={classes.written}>{written}</span>;
  if (plain(read) === plain(written)) return read;
  return (
    <>
      {read} <span className={classes.written}>{written}</span>
    </>
  );
}
