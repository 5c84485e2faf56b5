import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Uploading } from './use-upload.ts';

const SHOWN = 12;

/** A block copied out of a spreadsheet, with its row of headings. */
export function PasteBlock({ upload }: { readonly upload: Uploading }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const busy = upload.state.kind === 'sending';
  const name = t`Pasted block`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') upload.paste(name, text);
      }}
    >
      <Textarea
        label={t`Or paste a block from a spreadsheet`}
        description={t`Copy the rows with their headings and paste them here.`}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        autosize
        minRows={3}
        maxRows={SHOWN}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        disabled={busy}
        maw="48rem"
      />
      <Group mt="xs">
        <Button type="submit" variant="default" size="xs" disabled={busy || text.trim() === ''}>
          <Trans>Read the block</Trans>
        </Button>
      </Group>
    </form>
  );
}
