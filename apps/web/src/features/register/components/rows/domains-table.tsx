import type { DomainAnswer } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { firstDay } from '../../../../lib/reading.ts';
import { plainWords } from '../../../../lib/plain-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { PeriodCell } from './period-cell.tsx';
import { useStandingWords } from './standing-words.ts';

const DIMENSIONS = ['product', 'market', 'region', 'activity'] as const;

/** Where an alliance works: product, market, region, activity. */
export function DomainsTable({ domains }: { readonly domains: readonly DomainAnswer[] }) {
  const { t } = useLingui();
  const setBack = useStandingWords();
  const actions = useActionColumn<DomainAnswer>('domain');
  const headers = { product: t`Product`, market: t`Market`, region: t`Region`, activity: t`Activity` };
  const dimension = (row: DomainAnswer, name: (typeof DIMENSIONS)[number]): ReactNode => {
    const value = row[name];
    // A dimension identifies the row, so the sources of the row are its own.
    const shown = value === null ? null : plainWords(value);
    return <Fact kind="domain" id={row.id} field={name} of={headers[name]} value={value} shown={shown} />;
  };
  const columns: Column<DomainAnswer>[] = [
    ...DIMENSIONS.map((name) => ({
      id: name,
      header: headers[name],
      value: (row: DomainAnswer) => row[name],
      cell: (row: DomainAnswer) => dimension(row, name),
    })),
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="domain" row={row} />,
    },
    ...actions,
  ];
  return <DataTable caption={t`Domains`} columns={columns} rows={domains} rowKey={({ id }) => id} setBack={setBack} />;
}
