import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { problemWords } from '../../../../lib/problem-words.ts';
import type { CellBody } from './cell-input.ts';
import classes from './table.module.css';
import type { CellWrite } from './use-cell-writes.tsx';

type Props = {
  readonly write: Exclude<CellWrite, { kind: 'saving' }>;
  /** What the cell holds now, in words. */
  readonly theirs: string;
  readonly onKeepTheirs: () => void;
  readonly onSaveMine: (typed: string, mine: CellBody) => void;
};

/** What is wrong with what was typed into a cell, or that somebody else was there first, and what can be done. */
export function CellPanel({ write, theirs, onKeepTheirs, onSaveMine }: Props) {
  const { i18n } = useLingui();
  if (write.kind === 'refused') {
    const { message, fix } = problemWords(write.problem, i18n);
    return (
      <div role="alert" className={classes.panel}>
        <p>{message}</p>
        {fix !== null && <p>{fix}</p>}
        <p className={classes.quiet}>
          <Trans>Nothing is saved. Enter opens what was typed, Escape drops it.</Trans>
        </p>
      </div>
    );
  }
  const { typed, mine } = write;
  const saved = theirs === '' ? '–' : theirs;
  return (
    <div role="alert" className={classes.panel}>
      <p>
        <Trans>Somebody changed this record meanwhile. Nothing of yours is saved yet.</Trans>
      </p>
      <dl>
        <dt>
          <Trans>Saved meanwhile</Trans>
        </dt>
        <dd>{saved}</dd>
        <dt>
          <Trans>Yours</Trans>
        </dt>
        <dd>{typed === '' ? '–' : typed}</dd>
      </dl>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onKeepTheirs}>
          <Trans>Keep what was saved</Trans>
        </Button>
        <Button size="compact-sm" onClick={() => onSaveMine(typed, mine)}>
          <Trans>Save mine over it</Trans>
        </Button>
      </Group>
    </div>
  );
}
