import type { ReleaseRuleChange } from '@entente/contract/clean-team';
import { LEAST_LARGEST_PERCENT, LEAST_THRESHOLD, MOST_LARGEST_PERCENT, MOST_THRESHOLD } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { changeRule } from '../api/release-requests.ts';

type Props = { readonly rule: ReleaseRuleChange; readonly onDone: () => void };

/** What is asked of every aggregate from now on; never less than the product asks itself. */
export function RuleForm({ rule, onDone }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [threshold, setThreshold] = useState(rule.threshold);
  const [largestPercent, setLargestPercent] = useState(rule.largestPercent);
  const change = useToldMutation(() => changeRule(workspace, { threshold, largestPercent }).then(onDone));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(undefined);
      }}
    >
      <Stack gap="sm">
        <NumberInput
          label={t`Organisations behind an aggregate, at least`}
          description={t`Never fewer than ${LEAST_THRESHOLD}.`}
          min={LEAST_THRESHOLD}
          max={MOST_THRESHOLD}
          clampBehavior="strict"
          allowDecimal={false}
          value={threshold}
          onChange={(value) => setThreshold(typeof value === 'number' ? value : rule.threshold)}
          data-autofocus
        />
        <NumberInput
          label={t`Largest part of a total that is one organisation’s, in percent`}
          description={t`Never more than ${MOST_LARGEST_PERCENT}.`}
          min={LEAST_LARGEST_PERCENT}
          max={MOST_LARGEST_PERCENT}
          clampBehavior="blur"
          allowDecimal={false}
          value={largestPercent}
          onChange={(value) => setLargestPercent(typeof value === 'number' ? value : rule.largestPercent)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={change.isPending}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
