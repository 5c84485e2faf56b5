import type { ImportFinding } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { problemWords } from '../../../lib/problem-words.ts';

type Props = {
  readonly findings: readonly ImportFinding[];
  /** Whether they are about one cell, which can be mended where it stands. */
  readonly isCell: boolean;
  readonly onLeaveOut: () => void;
};

/** What is wrong with a cell or a row, and what can be done about it. */
export function FindingPanel({ findings, isCell, onLeaveOut }: Props) {
  const { i18n } = useLingui();
  return (
    <Stack gap={6}>
      {findings.map((finding) => {
        const { message, fix } = problemWords(finding, i18n);
        return (
          <div key={`${finding.code} ${finding.message}`}>
            <strong>{message}</strong> {fix}
          </div>
        );
      })}
      {isCell && (
        <div>
          <Trans>Press Enter to type what it should say.</Trans>
        </div>
      )}
      <Button size="compact-xs" variant="default" onClick={onLeaveOut} style={{ alignSelf: 'start' }}>
        <Trans>Leave this row out</Trans>
      </Button>
    </Stack>
  );
}
