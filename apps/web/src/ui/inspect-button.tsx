import type { ReactNode } from 'react';
import { useInspector } from './inspector-context.ts';
import classes from './sourced-value.module.css';

type Props = {
  /** Id of the `Inspected` it opens. */
  readonly id: string;
  readonly unknown?: boolean;
  readonly children: ReactNode;
};

/** Text with a dotted line below that opens in the inspector. */
export function InspectButton({ id, unknown = false, children }: Props) {
  const { show, activeId } = useInspector();
  return (
    <button
      type="button"
      className={classes.value}
      data-active={activeId === id || undefined}
      data-unknown={unknown || undefined}
      onClick={(event) => {
        // Not every browser gives a pressed button the focus, to which closing the inspector returns.
        event.currentTarget.focus();
        show(id);
      }}
    >
      {children}
    </button>
  );
}
