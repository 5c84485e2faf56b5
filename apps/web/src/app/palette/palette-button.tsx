import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import classes from './palette-button.module.css';
import { useRecentPages } from './use-recent-pages.ts';

type Props = { readonly workspace: string };

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Opens the palette, as Ctrl K does. Its script is asked for when a hand comes near: the pointer, or the Ctrl key. */
export function PaletteButton({ workspace }: Props) {
  const [opened, setOpened] = useState(false);
  /** What is typed while the palette is on its way. */
  const early = useRef<string | null>(null);
  useRecentPages(workspace);
  const takeEarly = useCallback(() => {
    const taken = early.current ?? '';
    early.current = '';
    return taken;
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key === 'Control' || key === 'Meta') void loadPalette();
      const isCommand = isApple ? metaKey : ctrlKey;
      if (isCommand && !altKey && !shiftKey && key.toLowerCase() === 'k') {
        event.preventDefault();
        early.current ??= '';
        setOpened(true);
        return;
      }
      if (early.current === null || document.querySelector('[data-palette]') !== null) return;
      if (key.length !== 1 || ctrlKey || metaKey || altKey) return;
      event.preventDefault();
      early.current += key;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const shortcut = isApple ? '⌘ K' : 'Ctrl K';
  return (
    <>
      <UnstyledButton
        className={classes.button}
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onPointerEnter={() => void loadPalette()}
        onFocus={() => void loadPalette()}
        onClick={() => {
          early.current = '';
          setOpened(true);
        }}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={classes.lens}>
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.500 10.500 3.500 3.500" />
        </svg>
        <span className={classes.words}>
          <Trans>Search or command</Trans>
        </span>
        <kbd className={classes.keys} aria-hidden="true">
          {shortcut}
        </kbd>
      </UnstyledButton>
      {opened && (
        <Suspense fallback={null}>
          <Palette
            workspace={workspace}
            takeEarly={takeEarly}
            onClose={() => {
              early.current = null;
              setOpened(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
