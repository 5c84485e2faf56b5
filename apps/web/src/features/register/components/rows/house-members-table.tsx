import type { HouseMembershipAnswer } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { firstDay } from '../../../../lib/reading.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { OrganisationLink } from '../record-links.tsx';
import { PeriodCell } from './period-cell.tsx';
import { useStandingWords } from './standing-words.ts';

/** Which organisations belong to a business group, and when. */
export function HouseMembersTable({ members }: { readonly members: readonly HouseMembershipAnswer[] }) {
  const { t } = useLingui();
  const setBack = useStandingWords();
  const actions = useActionColumn<HouseMembershipAnswer>('house-membership');
  const columns: Column<HouseMembershipAnswer>[] = [
    {
      id: 'member',
      header: t`Member`,
      value: ({ organisation }) => organisation.name,
      cell: ({ organisation }) => <OrganisationLink organisation={organisation} />,
    },
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="house-membership" row={row} of={row.organisation.name} />,
    },
    ...actions,
  ];
  return <DataTable caption={t`Members`} columns={columns} rows={members} rowKey={({ id }) => id} setBack={setBack} />;
}
