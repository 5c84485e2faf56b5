import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input,textarea,select,[contenteditable="true"]') !== null;

type Props = { readonly asTable: boolean; readonly onChange: (asTable: boolean) => void };

/** Puts tables in the place of drawings, by hand or by `T`. */
export function TableToggle({ asTable, onChange }: Props) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (plain && event.key.toLowerCase() === 't') onChange(!asTable);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [asTable, onChange]);
  return (
    <Button size="compact-sm" variant="subtle" color="gray" aria-pressed={asTable} onClick={() => onChange(!asTable)}>
      {asTable ? <Trans>Drawing (T)</Trans> : <Trans>Table (T)</Trans>}
    </Button>
  );
}
