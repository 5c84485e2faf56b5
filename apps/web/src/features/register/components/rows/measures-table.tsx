import type { MeasureAnswer } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { firstDay } from '../../../../lib/reading.ts';
import { plainWords } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { useQuantityWords } from '../../../../lib/quantity-words.ts';
import classes from './rows.module.css';
import { useComingWords } from './standing-words.ts';

/** Dated quantities, as exact and as bounded as their sources give them. */
export function MeasuresTable({ measures }: { readonly measures: readonly MeasureAnswer[] }) {
  const { t } = useLingui();
  const words = useWords();
  const coming = useComingWords();
  const actions = useActionColumn<MeasureAnswer>('measure');
  const named = ({ quantity, item }: MeasureAnswer): string =>
    item === null ? words.quantity(quantity) : `${words.quantity(quantity)}: ${plainWords(item)}`;
  const columns: Column<MeasureAnswer>[] = [
    { id: 'quantity', header: t`Quantity`, value: named },
    {
      id: 'value',
      header: t`Value`,
      numeric: true,
      value: ({ value }) => (value === null ? null : Number(value)),
      cell: (row) => (
        <Fact
          kind="measure"
          id={row.id}
          field="value"
          of={named(row)}
          value={row.value}
          shown={<MeasuredValue measure={row} />}
        />
      ),
    },
    { id: 'scope', header: t`Scope`, value: ({ scope }) => scope },
    {
      id: 'status',
      header: t`Status`,
      value: ({ status }) => (status === null ? null : words.term('statuses', status)),
    },
    {
      id: 'date',
      header: t`Date`,
      value: ({ date }) => firstDay(date),
      cell: (row) => (
        <>
          <Fact kind="measure" id={row.id} field="date" of={named(row)} value={row.date} />
          {row.order !== null && <span className={classes.order}>{words.term('orders', row.order)}</span>}
        </>
      ),
    },
    ...actions,
  ];
  return (
    <DataTable
      caption={t`Measures`}
      columns={columns}
      rows={measures}
      rowKey={({ id }) => id}
      setBack={({ date }) => coming(date)}
      filtered
    />
  );
}

function MeasuredValue({ measure: { bound, value, unit } }: { readonly measure: MeasureAnswer }): ReactNode {
  const quantityWords = useQuantityWords();
  return value === null ? null : quantityWords({ bound: bound === '=' ? null : bound, value, unit });
}
