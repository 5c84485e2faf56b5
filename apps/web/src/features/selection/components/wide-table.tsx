import type { ReactNode } from 'react';
import classes from './choice.module.css';

type Props = { readonly label: string; readonly isTall?: boolean; readonly children: ReactNode };

/** A table that may be wider, or longer, than its place; whoever has no mouse scrolls it with the arrow keys. */
export function WideTable({ label, isTall = false, children }: Props) {
  return (
    <div
      className={isTall ? `${classes.scroll} ${classes.tall}` : classes.scroll}
      role="group"
      aria-label={label}
      tabIndex={0}
    >
      {children}
    </div>
  );
}
