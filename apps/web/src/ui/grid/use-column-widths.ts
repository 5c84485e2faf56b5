import { useCallback, useMemo, useState } from 'react';
import { readStored, writeStored } from '../../lib/storage.ts';

type Sized = { readonly id: string; readonly width: number };
type Column = Sized & { readonly numeric: boolean };

const NARROWEST = 48;
const WIDEST = 900;
/** The column of boxes by which rows are chosen. */
const BOXES = '2.25rem';

function storedWidths(key: string): Readonly<Record<string, number>> {
  try {
    const stored: unknown = JSON.parse(readStored(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    );
  } catch {
    return {};
  }
}

/**
 * Widths of the columns as the reader left them, the tracks they make and the least width of all together. What is left
 * goes to the first column, which mostly holds the longest words, and to the last.
 */
export function useColumnWidths(name: string, columns: readonly Column[]) {
  const key = `entente.widths.${name}`;
  const [widths, setWidths] = useState(() => storedWidths(key));
  const setWidth = useCallback(
    (column: string, width: number) => {
      const bounded = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
      setWidths((before) => {
        const next = { ...before, [column]: bounded };
        writeStored(key, JSON.stringify(next));
        return next;
      });
    },
    [key],
  );
  const widthOf = useCallback((column: Sized) => widths[column.id] ?? column.width, [widths]);
  const { template, leastWidth } = useMemo(() => {
    const sized = columns.map((column, at) => {
      const wished = `${widths[column.id] ?? column.width}px`;
      // The first column stays in place on a telephone, too, and must leave room for the others.
      return at === 0 ? `min(${wished}, 40vw)` : wished;
    });
    const tracks = sized.map((width, at) => {
      if (at === columns.length - 1) return `minmax(${width}, 1fr)`;
      const [first] = columns;
      return at === 0 && first?.numeric === false && widths[first.id] === undefined ? `minmax(${width}, 2fr)` : width;
    });
    return { template: [BOXES, ...tracks].join(' '), leastWidth: `calc(${[BOXES, ...sized].join(' + ')})` };
  }, [columns, widths]);
  return { template, leastWidth, widthOf, setWidth };
}
