import type { ConditionAnswer } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { firstDay } from '../../../../lib/reading.ts';
import { plainWords } from '../../../../lib/plain-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { PeriodCell } from './period-cell.tsx';
import { useStandingWords } from './standing-words.ts';

/** Rules that bind an alliance or organisation. */
export function ConditionsTable({ conditions }: { readonly conditions: readonly ConditionAnswer[] }) {
  const { t } = useLingui();
  const setBack = useStandingWords();
  const actions = useActionColumn<ConditionAnswer>('condition');
  const columns: Column<ConditionAnswer>[] = [
    {
      id: 'text',
      header: t`Condition`,
      value: ({ text }) => text,
      cell: (row) => <Fact kind="condition" id={row.id} field="text" value={row.text} />,
    },
    { id: 'kind', header: t`Kind`, value: ({ kind }) => (kind === null ? null : plainWords(kind)) },
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="condition" row={row} />,
    },
    ...actions,
  ];
  return (
    <DataTable caption={t`Conditions`} columns={columns} rows={conditions} rowKey={({ id }) => id} setBack={setBack} />
  );
}
