import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { numberTyped } from './choice-draft.ts';
import classes from './choice.module.css';

type Props = {
  readonly label: string;
  readonly value: number | null;
  readonly isAllowed: (value: number) => boolean;
  readonly onChange: (value: number | null) => void;
  /** How the value is written; a number as it is, unless told otherwise. */
  readonly textOf?: (value: number) => string;
  readonly placeholder?: string;
  readonly onFocus?: () => void;
};

/** A number in a cell. While it is typed, and where it is none that is allowed, the text stands as it was typed. */
export function NumberField({ label, value, isAllowed, onChange, textOf = String, placeholder, onFocus }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : textOf(value));
  const read = numberTyped(text);
  const isWrong = text.trim() !== '' && (read === null || !isAllowed(read));
  return (
    <>
      <TextInput
        className={classes.narrow ?? ''}
        size="xs"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong}
        {...(placeholder !== undefined && { placeholder })}
        value={text}
        error={isWrong}
        onFocus={(event) => {
          event.currentTarget.select();
          onFocus?.();
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          const given = numberTyped(next);
          if (next.trim() === '') onChange(null);
          else if (given !== null && isAllowed(given)) onChange(given);
        }}
      />
      <span className={classes.printed}>{value === null ? '' : textOf(value)}</span>
    </>
  );
}
