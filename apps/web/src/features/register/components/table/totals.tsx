import type { TotalAnswer } from '@entente/contract/register';
import { Trans } from '@lingui/react/macro';
import { Popover, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { plainWords } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import classes from './table.module.css';

type Props = { readonly totals: readonly TotalAnswer[] };

/** What the numbers of a column come to: one sum a unit, or their range where a sum would mean nothing. */
export function Totals({ totals }: Props): ReactNode {
  const words = useWords();
  const told = totals.filter(({ known, unknown }) => known + unknown > 0);
  const [only] = told;
  if (only === undefined) return null;
  if (told.length === 1) return <Total total={only} />;
  const count = words.count(told.length);
  return (
    <Popover position="top-end" withinPortal width="max-content">
      <Popover.Target>
        <UnstyledButton className={classes.totalsButton} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
          <Trans>{count} totals</Trans>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <table className={classes.totals}>
          <tbody>
            {told.map((total) => (
              <tr key={`${total.quantity ?? ''} ${total.unit ?? ''}`}>
                <th scope="row">{plainWords(total.quantity ?? total.unit ?? '')}</th>
                <td>
                  <Total total={total} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}

function Total({ total }: { readonly total: TotalAnswer }) {
  const words = useWords();
  const { sum, least, most, unit, known, unknown } = total;
  const isPercent = unit === '%';
  // Shares of several periods together are no share of anything.
  const isBeyondWhole = isPercent && sum !== null && Number(sum) > 100;
  const figure = (decimal: string): string => (isPercent ? words.percent(decimal) : words.number(decimal));
  const range =
    least === null || most === null ? null : least === most ? figure(least) : `${figure(least)}–${figure(most)}`;
  const missing = words.count(unknown);
  return (
    <span className={classes.total}>
      {known > 0 && (
        <span>
          {sum === null || isBeyondWhole ? range : <>Σ {figure(sum)}</>}
          {!isPercent && unit !== null && ` ${unit}`}
        </span>
      )}
      {unknown > 0 && (
        <span className={classes.quiet}>
          <Trans>{missing} unknown</Trans>
        </span>
      )}
    </span>
  );
}
