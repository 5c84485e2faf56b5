import type { MembershipAnswer } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { firstDay } from '../../../../lib/reading.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { OrganisationLink } from '../record-links.tsx';
import { PeriodCell } from './period-cell.tsx';
import { useStandingWords } from './standing-words.ts';

/** Who takes part in an alliance, and when. */
export function MembersTable({ members }: { readonly members: readonly MembershipAnswer[] }) {
  const { t } = useLingui();
  const setBack = useStandingWords();
  const actions = useActionColumn<MembershipAnswer>('membership');
  const columns: Column<MembershipAnswer>[] = [
    {
      id: 'member',
      header: t`Member`,
      value: ({ organisation }) => organisation.name,
      cell: ({ organisation }) => <OrganisationLink organisation={organisation} />,
    },
    {
      id: 'role',
      header: t`Role`,
      value: ({ role }) => role,
      cell: ({ id, role, organisation }) => (
        <Fact kind="membership" id={id} field="role" of={organisation.name} value={role} />
      ),
    },
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="membership" row={row} of={row.organisation.name} />,
    },
    ...actions,
  ];
  return <DataTable caption={t`Members`} columns={columns} rows={members} rowKey={({ id }) => id} setBack={setBack} />;
}
