import { type ComboboxItem, Select } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import classes from './editors.module.css';
import type { Onward } from './grid-places.ts';

type Props = {
  readonly label: string;
  readonly choices: readonly ComboboxItem[];
  readonly value: string | null;
  readonly typed: string | null;
  /** Words for choosing nothing; null where something must be chosen. */
  readonly none: string | null;
  readonly nothingFound: ReactNode;
  /** Told what is looked for, where the choices come from elsewhere and are already those that fit. */
  readonly onSearch?: (text: string) => void;
  readonly onCommit: (value: string | null, onward: Onward) => void;
  readonly onGiveUp: () => void;
};

const NONE = '\u0000';

/** One of several choices in a cell, found by typing. */
export function ChoiceEditor({ label, choices, value, typed, none, onSearch, onCommit, onGiveUp, ...rest }: Props) {
  const current = choices.find((choice) => choice.value === value);
  const [search, setSearch] = useState(typed ?? '');
  const isDone = useRef(false);
  const end = (act: () => void): void => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const [first] = choices;
    const isMarked = event.currentTarget.hasAttribute('aria-activedescendant');
    // Choices from elsewhere come after the list has opened, when none of them is marked yet.
    if (event.key === 'Enter' && !isMarked && onSearch !== undefined && search !== '' && first !== undefined) {
      event.preventDefault();
      return end(() => onCommit(first.value, 'stay'));
    }
    if (event.key === 'Escape') end(onGiveUp);
    if (event.key !== 'Tab') return;
    event.preventDefault();
    end(() => onCommit(value, event.shiftKey ? 'before' : 'next'));
  };
  const data = none === null || search !== '' ? choices : [{ value: NONE, label: none }, ...choices];
  return (
    <Select
      autoFocus
      aria-label={label}
      placeholder={current?.label ?? ''}
      classNames={{
        root: classes.choice ?? '',
        wrapper: classes.choiceFrame ?? '',
        input: classes.choiceInput ?? '',
      }}
      size="xs"
      searchable
      defaultDropdownOpened
      selectFirstOptionOnChange
      maxDropdownHeight={260}
      comboboxProps={{ width: 'max-content', position: 'bottom-start', withinPortal: true }}
      rightSection={<span />}
      rightSectionWidth={0}
      data={data}
      value={null}
      searchValue={search}
      onSearchChange={(text) => {
        setSearch(text);
        onSearch?.(text);
      }}
      {...(onSearch === undefined ? {} : { filter: ({ options }) => options })}
      nothingFoundMessage={rest.nothingFound}
      onChange={(chosen) => chosen !== null && end(() => onCommit(chosen === NONE ? null : chosen, 'stay'))}
      onKeyDown={onKeyDown}
      onBlur={() => end(onGiveUp)}
    />
  );
}
