import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';

const TOLD_MS = 2000;

/** A browser has its clipboard open to secure pages alone. */
const isCopied = async (text: string): Promise<boolean> =>
  'clipboard' in navigator &&
  (await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  ));

/** Copies a text. Where the browser keeps its clipboard shut, the text can still be chosen by hand. */
export function CopyButton({ text }: { readonly text: string }) {
  const [told, setTold] = useState<'copied' | 'refused' | null>(null);
  const copy = async (): Promise<void> => {
    setTold((await isCopied(text)) ? 'copied' : 'refused');
    setTimeout(() => setTold(null), TOLD_MS);
  };
  return (
    <Button size="xs" variant="default" onClick={() => void copy()}>
      <span role="status">
        {told === 'copied' ? (
          <Trans>Copied</Trans>
        ) : told === 'refused' ? (
          <Trans>Choose the text and copy it by hand</Trans>
        ) : (
          <Trans>Copy</Trans>
        )}
      </span>
    </Button>
  );
}
