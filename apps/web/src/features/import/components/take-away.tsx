import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { addressOf } from '../../../lib/client.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './import.module.css';

/** The way back out: the whole register as a workbook that can be read in again. */
export function TakeAway() {
  const workspace = useWorkspace();
  return (
    <Section id="take-away" title={<Trans>Take it away again</Trans>}>
      <p className={classes.lead}>
        <Trans>
          Everything you may see, as one Excel file: a sheet for each kind of record, with ids, claims and your own
          fields. Correct a sheet and import it here; rows are found by their ids.
        </Trans>
      </p>
      <Button
        component="a"
        href={addressOf(`/workspaces/${encodeURIComponent(workspace)}/export`, { as: 'xlsx' })}
        download
        size="sm"
        variant="default"
      >
        <Trans>Export everything</Trans>
      </Button>
    </Section>
  );
}
