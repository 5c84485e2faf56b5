import type { MemberAnswer, MemberChange } from '@entente/contract/accounts';
import { type Role, roleMay, ROLES } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Select } from '@mantine/core';
import { ROLE_WORDS } from '../../../lib/role-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { changeMember } from '../api/member-requests.ts';
import { EndMembership } from './end-membership.tsx';
import classes from './members.module.css';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';

type Props = { readonly members: readonly MemberAnswer[]; readonly own: Role };

/** Who belongs to the workspace now, with what the reader may change about each. */
export function MembersTable({ members, own }: Props) {
  const { t, i18n } = useLingui();
  const columns: Column<MemberAnswer>[] = [
    {
      id: 'name',
      header: t`Person`,
      value: ({ person }) => person.name,
      cell: ({ person, you }) => (
        <>
          {person.name} {you && <Trans>(you)</Trans>}
        </>
      ),
    },
    { id: 'email', header: t`E-mail`, value: ({ person }) => person.email },
    {
      id: 'role',
      header: t`Role`,
      value: ({ role }) => ROLES.indexOf(role),
      cell: (member) =>
        member.abilities.changeRole ? <RoleSelect member={member} own={own} /> : i18n._(ROLE_WORDS[member.role]),
    },
    {
      id: 'clean',
      header: t`Clean team`,
      value: ({ cleanTeam }) => Number(cleanTeam),
      cell: (member) =>
        member.abilities.nameCleanTeam ? <CleanTeam member={member} /> : member.cleanTeam ? t`yes` : null,
    },
    {
      id: 'apart',
      header: t`Apart`,
      value: ({ apart }) => Number(apart),
      cell: (member) => (member.abilities.setApart ? <Apart member={member} /> : member.apart ? t`yes` : null),
    },
    {
      id: 'since',
      header: t`Member since`,
      value: ({ since }) => since,
      cell: ({ since }) => <Moment at={since} parts="day" />,
    },
    {
      id: 'actions',
      header: t`Actions`,
      value: () => null,
      cell: (member) => member.abilities.end && <EndMembership member={member} />,
    },
  ];
  return (
    <DataTable
      caption={t`Members of the workspace`}
      columns={columns}
      rows={members}
      rowKey={({ person }) => person.id}
      initialSort={{ id: 'role', descending: false }}
      filtered
    />
  );
}

function useMemberChange(member: MemberAnswer) {
  const workspace = useWorkspace();
  return useToldMutation((change: MemberChange) => changeMember(workspace, member, change));
}

function RoleSelect({ member, own }: { readonly member: MemberAnswer; readonly own: Role }) {
  const { t, i18n } = useLingui();
  const change = useMemberChange(member);
  const { name } = member.person;
  // Only an owner makes an owner; a guest belongs to a partner organisation.
  const choices = ROLES.filter((role) => role !== 'guest' && (role !== 'owner' || roleMay(own, 'owners.write')));
  return (
    <Select
      className={classes.role}
      size="xs"
      aria-label={t`Role of ${name}`}
      data={choices.map((role) => ({ value: role, label: i18n._(ROLE_WORDS[role]) }))}
      value={member.role}
      disabled={change.isPending}
      allowDeselect={false}
      onChange={(role) => role !== null && role !== 'guest' && change.mutate({ role })}
    />
  );
}

function CleanTeam({ member }: { readonly member: MemberAnswer }) {
  const { t } = useLingui();
  const change = useMemberChange(member);
  const { name } = member.person;
  return (
    <Checkbox
      aria-label={t`${name} is in the clean team`}
      checked={member.cleanTeam}
      disabled={change.isPending}
      onChange={(event) => change.mutate({ cleanTeam: event.currentTarget.checked })}
    />
  );
}

/** Whether the member, say a manager of another firm, works here in a session for this workspace alone. */
function Apart({ member }: { readonly member: MemberAnswer }) {
  const { t } = useLingui();
  const change = useMemberChange(member);
  const { name } = member.person;
  return (
    <Checkbox
      aria-label={t`${name} works here in a session of its own alone`}
      checked={member.apart}
      disabled={change.isPending}
      onChange={(event) => change.mutate({ apart: event.currentTarget.checked })}
    />
  );
}
