import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useInspector } from '../../../ui/inspector-context.ts';
import classes from './inspectable.module.css';

type Props = {
  /** What the inspector shows for it. */
  readonly id: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A number, label or phrase that opens to its rule, inputs and sources. */
export function Inspectable({ id, children, className }: Props) {
  const { show, activeId } = useInspector();
  return (
    <button
      type="button"
      className={className === undefined ? classes.inspectable : `${classes.inspectable} ${className}`}
      data-active={activeId === id || undefined}
      onClick={(event) => {
        event.currentTarget.focus();
        show(id);
      }}
    >
      {children}
    </button>
  );
}

type MarkProps = {
  readonly role: 'button';
  readonly tabIndex: 0;
  readonly onClick: (event: MouseEvent<SVGElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGElement>) => void;
};

/** What makes a mark of a drawing act as a button: Enter, space and a click do the same. */
export function pressable(press: () => void): MarkProps {
  return {
    role: 'button',
    tabIndex: 0,
    onClick: (event) => {
      event.currentTarget.focus();
      press();
    },
    onKeyDown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      press();
    },
  };
}
