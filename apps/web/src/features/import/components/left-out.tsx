import type { ImportAnswer } from '@entente/contract/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { linesWith } from './draft-change.ts';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import type { StepProps } from './use-draft.ts';

type LeftRow = ImportAnswer['leftOut'][number];

/** Rows that are not taken in, each with the reason and a way to take it in all the same. */
export function LeftOut({ draft, onChange }: StepProps) {
  const { t } = useLingui();
  const own = useImportWords();
  if (draft.leftOut.length === 0) return null;
  const takeIn = ({ line, reason }: LeftRow): void => {
    if (reason === 'choice') onChange({ leaveOut: linesWith(draft.leaveOut, line, false) });
    else onChange({ keep: linesWith(draft.keep, line, true) });
  };
  return (
    <details className={classes.leftOut} open={draft.leftOut.length <= 5}>
      <summary>
        <Plural value={draft.leftOut.length} one="# row is left out" other="# rows are left out" />
      </summary>
      <ul>
        {draft.leftOut.map((left) => (
          <li key={left.line}>
            <span>
              <q>{textOnce(left)}</q>{' '}
              <span className={classes.quiet}>
                (<Trans>Row {left.line}</Trans> · {own.leftOut(left.reason)})
              </span>
            </span>{' '}
            {left.reason !== 'title' && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${t`Take in`}: ${t`Row ${left.line}`}`}
                onClick={() => takeIn(left)}
              >
                <Trans>Take in</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A merged cell stands in every cell it covers; it is told once. */
const textOnce = ({ text }: LeftRow): string => [...new Set(text.split(' · '))].join(' · ');
