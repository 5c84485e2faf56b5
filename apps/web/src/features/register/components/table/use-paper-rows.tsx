import { Trans, useLingui } from '@lingui/react/macro';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useCallback, useMemo } from 'react';
import { usePrintPreparation } from '../../../../lib/printing.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { PRINTED_LINES } from '../../../../ui/grid/grid-model.ts';
import type { useTableRows } from './use-table-rows.ts';

const READING = 'reading-for-paper';

/** Has the rows of a table read before it is printed, and says on paper which of them are not there. */
export function usePaperRows({
  areRead,
  readLines,
  sections,
  lineCount,
}: ReturnType<typeof useTableRows>): (rowsDrawn: number) => ReactNode {
  const { t } = useLingui();
  const words = useWords();
  const preparation = useMemo(
    () => ({
      isReady: () => areRead(PRINTED_LINES),
      prepare: async () => {
        notifications.show({ id: READING, loading: true, autoClose: false, message: t`Reading the rows for paper` });
        try {
          await readLines(PRINTED_LINES);
        } finally {
          notifications.hide(READING);
        }
      },
    }),
    [areRead, readLines, t],
  );
  usePrintPreparation(preparation);
  const rows = sections.reduce((sum, { count, open }) => sum + (open ? count : 0), 0);
  const isLonger = lineCount > PRINTED_LINES;
  return useCallback(
    (rowsDrawn: number) => {
      if (rowsDrawn >= rows) return null;
      const missing = words.count(rows - rowsDrawn);
      return isLonger ? (
        <Trans>{missing} more rows are not on paper. To have all of them, export the table as CSV or XLSX.</Trans>
      ) : (
        <Trans>{missing} rows had not been read when this was printed. Print again with Ctrl+P.</Trans>
      );
    },
    [rows, isLonger, words],
  );
}
