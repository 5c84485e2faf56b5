import type { ImportFinding } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { problemWords } from '../../../lib/problem-words.ts';

type Props = {
  readonly findings: readonly ImportFinding[];
  /** What stands in the cell of the file. */
  readonly text: string | null;
  readonly onLeaveOut: () => void;
};

/** What is wrong with a cell or a row, and what can be done about it. */
export function FindingPanel({ findings, text, onLeaveOut }: Props) {
  const { i18n } = useLingui();
  return (
    <Stack gap={6}>
      {text !== null && text !== '' && (
        <div>
          <Trans>In the table: “{text}”</Trans>
        </div>
      )}
      {findings.map((finding) => {
        const { message, fix } = problemWords(finding, i18n);
        return (
          <div key={`${finding.code} ${finding.message}`}>
            <strong>{message}</strong> {fix}
          </div>
        );
      })}
      <Button size="compact-xs" variant="default" onClick={onLeaveOut} style={{ alignSelf: 'start' }}>
        <Trans>Leave this row out</Trans>
      </Button>
    </Stack>
  );
}
