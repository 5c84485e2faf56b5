import type { MemberAnswer } from '@entente/contract/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { ROLE_WORDS } from '../../../lib/role-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/section.tsx';

/** Those who left: their names still stand in the history. */
export function PastMembers({ members }: { readonly members: readonly MemberAnswer[] }) {
  const { t, i18n } = useLingui();
  const columns: Column<MemberAnswer>[] = [
    { id: 'name', header: t`Person`, value: ({ person }) => person.name },
    { id: 'role', header: t`Role`, value: ({ role }) => i18n._(ROLE_WORDS[role]) },
    {
      id: 'since',
      header: t`Member since`,
      value: ({ since }) => since,
      cell: ({ since }) => <Moment at={since} parts="day" />,
    },
    {
      id: 'ended',
      header: t`Member until`,
      value: ({ endedAt }) => endedAt,
      cell: ({ endedAt }) => endedAt !== null && <Moment at={endedAt} parts="day" />,
    },
  ];
  return (
    <Section id="past-members" title={<Trans>Those who left</Trans>} count={members.length}>
      <DataTable caption={t`Those who left`} columns={columns} rows={members} rowKey={({ person }) => person.id} />
    </Section>
  );
}
