import type { ReactNode } from 'react';
import classes from './grid.module.css';

type Props = {
  readonly columns: readonly { readonly id: string; readonly numeric: boolean }[];
  readonly cell: (column: string) => ReactNode;
  /** Lines above it. */
  readonly line: number;
};

/** What all rows come to, always in sight below them. */
export function GridFoot({ columns, cell, line }: Props) {
  return (
    <div role="rowgroup" className={classes.footGroup}>
      <div role="row" aria-rowindex={line + 2} className={classes.foot}>
        <div role="gridcell" aria-colindex={1} className={classes.boxes} />
        {columns.map(({ id, numeric }, at) => (
          <div
            key={id}
            role="gridcell"
            aria-colindex={at + 2}
            className={classes.footCell}
            data-numeric={numeric || undefined}
          >
            {cell(id)}
          </div>
        ))}
      </div>
    </div>
  );
}
