import { Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './editors.module.css';
import type { Onward } from './grid-places.ts';

type Props = {
  readonly label: string;
  readonly initial: string;
  /** What was typed to begin stands in place of the value; what was there is chosen whole otherwise. */
  readonly typed: string | null;
  /** Alt and Enter begin a new line. */
  readonly lines?: boolean;
  readonly numeric?: boolean;
  /** What the text is understood as, and what may be chosen in its place; `take` puts a text into the editor. */
  readonly hint?: (text: string, take: (text: string) => void) => ReactNode;
  readonly onCommit: (value: string | null, onward: Onward) => void;
  readonly onGiveUp: () => void;
};

/** Text typed into a cell: Enter and Tab take it and move on, Escape gives it up, leaving the cell takes it. */
export function LineEditor({ label, initial, typed, lines = false, numeric = false, hint, onCommit, onGiveUp }: Props) {
  const [text, setText] = useState(typed ?? initial);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (typed === null) box.current?.select();
  }, [typed]);

  const commit = (onward: Onward): void => {
    if (isDone.current) return;
    isDone.current = true;
    onCommit(text.trim() === '' ? null : text, onward);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      onGiveUp();
    }
    if (event.key === 'Enter' && lines && (event.altKey || event.shiftKey)) {
      event.preventDefault();
      setText(`${text}\n`);
      return;
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    commit(event.key === 'Enter' ? 'down' : event.shiftKey ? 'before' : 'next');
  };
  const shared = {
    ref: box,
    'aria-label': label,
    value: text,
    autoComplete: 'off',
    spellCheck: false,
    className: lines ? classes.note : classes.line,
    'data-numeric': numeric || undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setText(event.currentTarget.value),
    onKeyDown,
    onBlur: () => commit('stay'),
  } as const;
  const told = hint?.(text, (taken) => {
    setText(taken);
    box.current?.focus();
  });
  const input = lines ? (
    <textarea {...shared} rows={Math.min(8, text.split('\n').length + 2)} />
  ) : (
    <input {...shared} inputMode={numeric ? 'decimal' : 'text'} />
  );
  if (hint === undefined) return input;
  return (
    <Popover opened={told !== null} position="bottom-start" withinPortal transitionProps={{ duration: 0 }}>
      <Popover.Target>{input}</Popover.Target>
      <Popover.Dropdown className={classes.hint} onMouseDown={(event) => event.preventDefault()}>
        <span aria-live="polite">{told}</span>
      </Popover.Dropdown>
    </Popover>
  );
}
