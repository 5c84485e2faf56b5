import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './forms.module.css';
import type { LeaveGuard } from './use-leave-guard.ts';

/** Asks, where something typed would be lost, whether to leave it. */
export function LeaveWarning({ guard }: { readonly guard: LeaveGuard }) {
  const box = useRef<HTMLButtonElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={classes.asked} role="alert">
      <p>
        <Trans>What you typed is not saved.</Trans>
      </p>
      <Group gap="xs">
        <Button ref={box} size="xs" onClick={guard.keep}>
          <Trans>Keep editing</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={guard.discard}>
          <Trans>Discard it</Trans>
        </Button>
      </Group>
    </div>
  );
}
