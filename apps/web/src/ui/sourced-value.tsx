import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { InspectButton } from './inspect-button.tsx';
import { Inspected } from './inspector.tsx';
import classes from './sourced-value.module.css';
import { type Statement, Statements } from './statements.tsx';

type Props = {
  /** Its address in the inspector; one value of one record. */
  readonly id: string;
  /** What the value is of, for the inspector's title. */
  readonly label: ReactNode;
  /** Null: nobody states it. */
  readonly value: ReactNode;
  readonly statements: readonly Statement[];
  readonly disputed: boolean;
  /** Shown below the statements, e.g. the rule by which a value is read. */
  readonly children?: ReactNode;
};

/** A value that opens to what its sources say; disputed values carry a mark with words. */
export function SourcedValue({ id, label, value, statements, disputed, children }: Props) {
  return (
    <>
      <InspectButton id={id} unknown={value === null}>
        {value ?? <Trans>unknown</Trans>}
        {disputed && <DisputedMark />}
      </InspectButton>
      <Inspected id={id} title={label}>
        <Statements statements={statements} disputed={disputed} />
        {children}
      </Inspected>
    </>
  );
}

/** ⚑, and the word for those who do not see it. */
function DisputedMark() {
  return (
    <span className={classes.disputed}>
      <span aria-hidden="true"> ⚑</span>
      <VisuallyHidden>
        {' '}
        <Trans>disputed</Trans>
      </VisuallyHidden>
    </span>
  );
}
