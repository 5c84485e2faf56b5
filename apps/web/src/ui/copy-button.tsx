import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';

const TOLD_MS = 2000;

/** Copies a text. Where the browser keeps its clipboard shut, the text can still be chosen by hand. */
export function CopyButton({ text }: { readonly text: string }) {
  const [told, setTold] = useState<'copied' | 'refused' | null>(null);
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setTold(done ? 'copied' : 'refused');
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
