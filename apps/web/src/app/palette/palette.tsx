import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { PaletteMode } from './palette-action.ts';
import type { Entry } from './entries.ts';
import { optionId, PaletteList } from './palette-list.tsx';
import classes from './palette.module.css';
import { searchQuery } from './search-query.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

type Props = {
  readonly workspace: string;
  /** What was typed before the palette was there. */
  readonly takeEarly: () => string;
  readonly onClose: () => void;
};

const DEBOUNCE_MS = 120;

/** Everything by name: records, pages, actions and terms, in any of the three languages. */
export function Palette({ workspace, takeEarly, onClose }: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(true);
  const [mode, setMode] = useState<PaletteMode>('all');
  const [typed, setTyped] = useState('');
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [awaited, setAwaited] = useState(false);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  // Takes what is typed from the moment that it stands there, and what was typed until then.
  const place = useCallback(
    (element: HTMLInputElement | null) => {
      input.current = element;
      if (element === null) return;
      element.focus();
      setTyped((before) => before + takeEarly());
    },
    [takeEarly],
  );

  const wanted = mode === 'all' ? typed.trim() : '';
  const [searched] = useDebouncedValue(wanted, DEBOUNCE_MS);
  const { data, isFetching, isError } = useQuery(searchQuery(workspace, searched));
  const isSettled = wanted === '' || (searched === wanted && !isFetching);

  // An empty question makes the server read the names before the first is asked for.
  useQuery({ ...searchQuery(workspace, ''), enabled: true });

  const close = useCallback(() => setOpened(false), []);
  const ask = useCallback((next: PaletteMode) => {
    setMode(next);
    setTyped('');
    setActiveKey(null);
    input.current?.focus();
  }, []);
  const sections = usePaletteEntries({
    workspace,
    mode,
    typed,
    found: searched === '' ? [] : (data?.items ?? []),
    close,
    ask,
  });
  const entries = sections.flatMap((section) => section.entries);
  const active = entries.find(({ key }) => key === activeKey) ?? entries[0] ?? null;

  // Who types a name and presses Enter means what is found by that name, not what was found a letter before.
  useEffect(() => {
    if (!awaited || !isSettled) return;
    setAwaited(false);
    active?.run();
  }, [awaited, isSettled, active]);

  const choose = (entry: Entry | null): void => {
    if (entry === active && activeKey === null && !isSettled) setAwaited(true);
    else entry?.run();
  };
  const move = (by: number): void => {
    const at = active === null ? -1 : entries.indexOf(active);
    setActiveKey(entries[(at + by + entries.length) % entries.length]?.key ?? null);
  };
  const type = (text: string): void => {
    setTyped(text);
    setActiveKey(null);
    setAwaited(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Keys that choose among an input method's candidates are not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') choose(active);
    else if (event.key === 'Backspace' && typed === '' && mode !== 'all') ask('all');
    else return;
    event.preventDefault();
  };
  const placeholder = {
    all: t`Search or command`,
    date: t`A year, month or day, e.g. 2005 or 2005-04`,
    firm: t`Name of the firm`,
  }[mode];
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      size="38rem"
      yOffset="12dvh"
      transitionProps={{ onExited: onClose, duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t`Search or command`} className={classes.content}>
        <Modal.Body className={classes.body}>
          <input
            ref={place}
            className={classes.input}
            data-autofocus
            data-palette
            role="combobox"
            aria-label={placeholder}
            aria-expanded={entries.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active === null ? undefined : optionId(listId, active.key)}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <PaletteList id={listId} sections={sections} mode={mode} active={active} onChoose={(entry) => entry.run()} />
          <p className={classes.none} role="status">
            {isError && searched !== '' ? (
              <Trans>The records cannot be searched at the moment.</Trans>
            ) : entries.length > 0 ? null : isSettled ? (
              mode === 'date' ? (
                <Trans>That is no date.</Trans>
              ) : (
                <Trans>Nothing of this name.</Trans>
              )
            ) : (
              <Trans>Looking…</Trans>
            )}
          </p>
          <p className={classes.keys} aria-hidden="true">
            <Trans>↑ ↓ choose · Enter go · Esc close</Trans>
          </p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
