import type { TotalAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsOf } from '../../../../lib/as-of.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { dateWords } from '../../../../ui/date-text.tsx';
import classes from './table.module.css';

type Props = { readonly totals: readonly TotalAnswer[] };

/** What the numbers of a column come to: one sum a unit, or their range where a sum would mean nothing, and why. */
export function Totals({ totals }: Props): ReactNode {
  const words = useWords();
  const told = totals.filter(({ known, unknown }) => known + unknown > 0);
  const [only] = told;
  if (only === undefined) return null;
  if (told.length === 1) {
    return only.unadded === null ? (
      <Total total={only} />
    ) : (
      <Opening words={<Total total={only} />}>
        <p className={classes.reason}>
          <Reason unadded={only.unadded} />
        </p>
      </Opening>
    );
  }
  const count = words.count(told.length);
  // Those without a sum show their range; why stands once below them.
  const reasons = [...new Set(told.flatMap(({ unadded }) => unadded ?? []))];
  return (
    <Opening words={<Trans>{count} totals</Trans>}>
      <table className={classes.totals}>
        <tbody>
          {told.map((total) => (
            <tr key={`${total.quantity ?? ''} ${total.unit ?? ''}`}>
              <th scope="row">
                {total.quantity === null ? words.unit(total.unit ?? '') : words.quantity(total.quantity)}
              </th>
              <td>
                <Total total={total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.map((unadded) => (
        <p key={unadded} className={classes.reason}>
          <Reason unadded={unadded} />
        </p>
      ))}
    </Opening>
  );
}

type OpeningProps = { readonly words: ReactNode; readonly children: ReactNode };

/** Words in a cell that open more below them. */
function Opening({ words, children }: OpeningProps) {
  return (
    <Popover position="top-end" withinPortal width="max-content">
      <Popover.Target>
        <UnstyledButton className={classes.totalsButton} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          {words}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.totalsScroller}>{children}</div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Why numbers are not added. */
function Reason({ unadded }: { readonly unadded: NonNullable<TotalAnswer['unadded']> }): ReactNode {
  switch (unadded) {
    case 'several-wholes':
      return <Trans>Not added: they are shares of several organisations. Group by the company held to add them.</Trans>;
    case 'several-times':
      return <Trans>Not added: they are of several dates, of none, or of one thing twice.</Trans>;
    case 'inexact':
      return <Trans>Not added: of some only a bound is known.</Trans>;
  }
}

function Total({ total }: { readonly total: TotalAnswer }) {
  const words = useWords();
  const { sum, least, most, unit, known, unknown } = total;
  const isPercent = unit === '%';
  const day = useDayOf(total);
  const figure = (decimal: string): string => (isPercent ? words.percent(decimal) : words.number(decimal));
  const range =
    least === null || most === null ? null : least === most ? figure(least) : `${figure(least)}–${figure(most)}`;
  const missing = words.count(unknown);
  return (
    <span className={classes.total}>
      {known > 0 && (
        <span>
          {sum === null ? range : <>Σ {figure(sum)}</>}
          {!isPercent && unit !== null && ` ${words.unit(unit)}`}
        </span>
      )}
      {day !== null && <span className={classes.quiet}>{day}</span>}
      {unknown > 0 && (
        <span className={classes.quiet}>
          <Trans>{missing} unknown</Trans>
        </span>
      )}
    </span>
  );
}

/** On which day the total is told, in the words of the page's date. */
function useDayOf({ asOf }: TotalAnswer): string | null {
  const { t, i18n } = useLingui();
  const { text, day } = useAsOf();
  if (asOf === null) return null;
  if (asOf !== day) return dateWords(asOf, i18n);
  return text === null ? t`today` : dateWords(text, i18n);
}
