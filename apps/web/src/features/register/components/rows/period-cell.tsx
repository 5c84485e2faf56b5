import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useAsOf } from '../../../../lib/as-of.ts';
import { standingOn } from '../../../../lib/reading.ts';
import { Fact } from '../fact.tsx';
import classes from './rows.module.css';

type Props = {
  readonly kind: SubjectKind;
  readonly row: { readonly id: string; readonly from: string | null; readonly to: string };
  readonly of?: ReactNode;
};

/** From and until, each with its sources; says so when the page's date falls into a vague end. */
export function PeriodCell({ kind, row, of }: Props) {
  const { day } = useAsOf();
  const { uncertain } = standingOn(row.from, row.to, day);
  const vague = uncertain && row.from !== null && row.to !== 'unknown';
  return (
    <>
      <Fact kind={kind} id={row.id} field="from" of={of} value={row.from} />
      {' – '}
      <Fact kind={kind} id={row.id} field="to" of={of} value={row.to} />
      {vague && (
        <span className={classes.note}>
          <Trans>The date read falls within the vague beginning or end.</Trans>
        </span>
      )}
    </>
  );
}
