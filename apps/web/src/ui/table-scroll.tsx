import type { ReactNode } from 'react';
import classes from './table-scroll.module.css';

/** A table that may be wider than the page: it scrolls by itself, by the keyboard too. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
