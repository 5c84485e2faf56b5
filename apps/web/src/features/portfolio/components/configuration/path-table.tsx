import { useLingui } from '@lingui/react/macro';
import type { PathEntry } from '@entente/core/portfolio';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Inspectable } from '../inspectable.tsx';
import { usePortfolioWords } from '../words.ts';
import type { Reading } from './reading.ts';

type Row = PathEntry & { readonly recent: PathEntry | null };

/** The path as a table: a row for every year, the recent lens beside the chosen one. */
export function PathTable({ reading }: { readonly reading: Reading }) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const rows = reading.path.map((entry, index): Row => ({ ...entry, recent: reading.recent[index] ?? null }));
  const typeName = ({ label, contested }: PathEntry): string => {
    const name = words.typeName(label);
    return contested ? t`${name}, contested` : name;
  };
  const columns: Column<Row>[] = [
    {
      id: 'year',
      header: t`Year`,
      value: (row) => row.year,
      cell: (row) => <Inspectable id={`portfolio.year.${row.year}`}>{row.year}</Inspectable>,
    },
    { id: 'scope', header: t`Scope`, value: (row) => row.scope, numeric: true },
    { id: 'shaping', header: t`Shaping`, value: (row) => row.shaping, numeric: true },
    { id: 'label', header: t`Configuration`, value: typeName },
    {
      id: 'agreement',
      header: t`Agreement`,
      value: (row) => row.agreement,
      cell: (row) => words.share(row.agreement),
      numeric: true,
    },
    { id: 'recent', header: t`Ten-year lens`, value: (row) => row.recent && typeName(row.recent) },
  ];
  return (
    <DataTable caption={t`Configuration by year`} columns={columns} rows={rows} rowKey={(row) => String(row.year)} />
  );
}
