import { Trans } from '@lingui/react/macro';
import { Button, CopyButton } from '@mantine/core';
import { usePortfolioView } from '../portfolio-context.ts';
import { commandLine } from './command-line.ts';
import type { Parameters } from './parameters.ts';
import classes from './same-on-command-line.module.css';

/** The command that gives the same reading, to copy. */
export function SameOnCommandLine({ parameters }: { readonly parameters: Parameters }) {
  const { answer, asOf } = usePortfolioView();
  const command = commandLine(answer.report, parameters, asOf);
  return (
    <details className={classes.same} data-screen-only>
      <summary>
        <Trans>The same on the command line</Trans>
      </summary>
      <div className={classes.row}>
        <code className={classes.command}>{command}</code>
        <CopyButton value={command}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className={classes.note}>
        <Trans>It reads the case library that comes with Entente; changes made in this workspace are not in it.</Trans>
      </p>
    </details>
  );
}
