import { Trans, useLingui } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import classes from './sharing.module.css';

/** The head of both pages of sharing: what is published, and who the guests are. */
export function SharingHead({ title, action }: { readonly title: ReactNode; readonly action: ReactNode }) {
  const { t } = useLingui();
  const params = { workspace: useWorkspace() };
  const shared = { params, activeProps: { 'data-active': true }, activeOptions: { exact: true, includeSearch: false } };
  return (
    <>
      <Group justify="space-between">
        <h1>{title}</h1>
        {action}
      </Group>
      <nav aria-label={t`Partner rooms`} className={classes.tabs}>
        <Link to="/w/$workspace/partner-rooms" {...shared}>
          <Trans>Rooms</Trans>
        </Link>
        <Link to="/w/$workspace/partner-rooms/guests" {...shared}>
          <Trans>Guests</Trans>
        </Link>
      </nav>
    </>
  );
}
