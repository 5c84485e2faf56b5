import { Button, Group, Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import classes from './editors.module.css';
import gridClasses from './grid.module.css';

/** The words of an editor below its cell, in the reader's language. */
export type PanelWords = { readonly save: ReactNode; readonly giveUp: ReactNode; readonly keys: ReactNode };

type Props = {
  readonly label: string;
  /** What stands in the cell meanwhile. */
  readonly shown: string;
  readonly words: PanelWords;
  readonly onSave: () => void;
  readonly onGiveUp: () => void;
  readonly children: ReactNode;
};

/** Takes what is typed from the moment that it stands there: the popover moves the focus a turn later. */
function begin(panel: HTMLElement | null): void {
  if (panel === null || panel.contains(document.activeElement)) return;
  panel.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
}

/** An editor that needs more room than its cell: Ctrl and Enter save, Escape gives up, leaving it saves. */
export function PanelEditor({ label, shown, words, onSave, onGiveUp, children }: Props) {
  const isDone = useRef(false);
  const end = (act: () => void): void => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
  // Before a list of choices inside takes Escape for its own.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!saves && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end(saves ? onSave : onGiveUp);
  };
  return (
    <Popover
      opened
      trapFocus
      withinPortal
      // What opens it is the cell; its empty anchor has no part in that.
      withRoles={false}
      width="min(26rem, 92vw)"
      position="bottom-start"
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
      onDismiss={() => end(onSave)}
    >
      <Popover.Target>
        <span className={classes.panelAnchor}>
          <span className={gridClasses.words}>{shown}</span>
        </span>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.panel}
        role="dialog"
        aria-label={label}
        onKeyDown={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <div ref={begin} onKeyDownCapture={onKeyDownCapture}>
          {children}
          <Group justify="space-between" gap="xs" mt="xs" wrap="nowrap">
            <span className={classes.keys}>{words.keys}</span>
            <Group gap="xs" wrap="nowrap">
              <Button size="compact-sm" variant="default" onClick={() => end(onGiveUp)}>
                {words.giveUp}
              </Button>
              <Button size="compact-sm" onClick={() => end(onSave)}>
                {words.save}
              </Button>
            </Group>
          </Group>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
