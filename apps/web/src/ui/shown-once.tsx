import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import classes from './shown-once.module.css';

type Props = {
  /** What it is, and that it is not shown again. */
  readonly children: ReactNode;
  readonly secret: string;
  readonly onDone: () => void;
};

/** Something that is shown this once: whole, to copy, until the reader has put it away. */
export function ShownOnce({ children, secret, onDone }: Props) {
  return (
    <div className={classes.shown}>
      <p>{children}</p>
      <code className={classes.secret}>{secret}</code>
      <Group gap="xs">
        <CopyButton text={secret} />
        <Button size="xs" onClick={onDone}>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </div>
  );
}
