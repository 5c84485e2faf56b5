import { useLingui } from '@lingui/react/macro';
import type { MeasureInputsAnswer } from '@entente/contract/portfolio';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { useMeasureWords } from './measure-words.ts';

type Row = { readonly category: string; readonly count: number; readonly share: number };

/** Over what a diversity or a concentration is taken: each kind with its number and its share. */
export function CategoryTable({ answer }: { readonly answer: MeasureInputsAnswer }) {
  const { t } = useLingui();
  const words = useMeasureWords();
  const nameOf = useCategoryNames(answer);
  const counts = new Map<string, number>();
  for (const { category } of answer.inputs)
    if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
  const rows: Row[] = [...counts]
    .map(([category, count]) => ({ category, count, share: count / answer.inputs.length }))
    .sort((one, other) => other.count - one.count);
  const columns: Column<Row>[] = [
    { id: 'kind', header: t`Kind`, value: (row) => nameOf(row.category) },
    { id: 'count', header: t`How many`, value: (row) => row.count, numeric: true },
    {
      id: 'share',
      header: t`Part of all`,
      value: (row) => row.share,
      cell: (row) => words.share(row.share),
      numeric: true,
    },
  ];
  return <DataTable caption={t`Shares by kind`} columns={columns} rows={rows} rowKey={(row) => row.category} />;
}

/** What the categories of a measure are called. */
function useCategoryNames({ column, names }: MeasureInputsAnswer): (category: string) => string {
  const terms = useWords();
  return (category) => {
    switch (column.name) {
      case 'country-diversity':
        return terms.country(category);
      case 'kind-diversity':
        return terms.term('organisationKinds', category);
      case 'form-diversity':
        return terms.term('forms', category);
      case 'resource-diversity':
        return terms.term('resourceKinds', category);
      default: {
        const slug = category.slice(category.indexOf(':') + 1);
        return (category.startsWith('house:') ? names.houses : names.organisations)[slug] ?? slug;
      }
    }
  };
}
