import type { MemberAnswer, MemberChange } from '@entente/contract/accounts';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { arranging, type Caller, reading } from '../register/changing.commands.ts';
import { roleReserved } from '../register/joining.ts';
import { recordMissing, staleVersion } from '../register/record-writes.commands.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { findMembers, lockMember, type MemberRow, updateMember } from './members.store.ts';

function memberAnswer(row: MemberRow, { id: workspaceId, viewer }: Workspace): MemberAnswer {
  const { personId, name, email, role, cleanTeam, apart, hasAccount, since, endedAt, version } = row;
  const manages = endedAt === null && can(viewer, 'members.write', { workspaceId });
  const owns = endedAt === null && can(viewer, 'owners.write', { workspaceId });
  const you = personId === viewer.personId;
  return {
    person: { id: personId, name, email },
    role,
    cleanTeam,
    apart,
    since: since.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    version,
    you,
    abilities: {
      changeRole: role === 'owner' ? owns : manages,
      nameCleanTeam: owns && role !== 'guest',
      setApart: owns && role !== 'guest' && hasAccount,
      end: endedAt === null && (you || (role === 'owner' ? owns : manages)),
    },
  };
}

/** The members of a workspace, and those who left. */
export function listMembers(
  reads: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly MemberAnswer[] }>> {
  return reading(reads, workspace, async (transaction, found) =>
    Outcome.of({ items: (await findMembers(transaction)).map((row) => memberAnswer(row, found)) }),
  );
}

/** What of a change is an owner's to make. */
function isReserved(row: MemberRow, { role, cleanTeam = row.cleanTeam, apart = row.apart }: MemberChange): boolean {
  const isOwners = role !== undefined && role !== row.role && (role === 'owner' || row.role === 'owner');
  return isOwners || (cleanTeam && !row.cleanTeam) || apart !== row.apart;
}

const accountNeeded: Problem = {
  code: 'account-needed',
  message: 'Whoever works here in a session of their own signs in, and this member has no account',
  fix: 'Invite the person; the account that takes up the invitation can be told apart.',
  pointer: '/apart',
};

/** Why the actor may not make this change, or null. The database judges it again. */
function refusalOf(row: MemberRow, change: MemberChange, { id: workspaceId, viewer }: Workspace): Problem | null {
  const manages = can(viewer, 'members.write', { workspaceId });
  const owns = can(viewer, 'owners.write', { workspaceId });
  const leaves =
    row.personId === viewer.personId &&
    change.role === undefined &&
    change.cleanTeam !== true &&
    change.apart === undefined;
  if (row.endedAt !== null || (!manages && !leaves)) return recordMissing;
  if (change.apart === true && !row.hasAccount) return accountNeeded;
  if (owns || (leaves && !isReserved(row, change))) return null;
  return isReserved(row, change) || row.role === 'owner' ? roleReserved : null;
}

/** Changes what a member is, or ends the membership: of others by administrators, the own by oneself. */
export async function changeMember(
  caller: Caller,
  workspace: string,
  { person, version }: { readonly person: string; readonly version: number },
  change: MemberChange,
): Promise<Outcome<MemberAnswer>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, found) => {
    const row = await lockMember(transaction, person);
    if (row === null) return Outcome.refuse(recordMissing);
    const refused = refusalOf(row, change, found);
    if (refused !== null) return Outcome.refuse(refused);
    if (row.version !== version) return Outcome.refuse(staleVersion(version, row.version));
    const after = {
      ...row,
      role: change.role ?? row.role,
      cleanTeam: change.ended === true ? false : (change.cleanTeam ?? row.cleanTeam),
      apart: change.apart ?? row.apart,
    };
    await updateMember(transaction, { ...after, ended: change.ended === true });
    const endedAt = change.ended === true ? new Date() : null;
    return Outcome.of({
      status: 200,
      headers: {},
      body: memberAnswer({ ...after, endedAt, version: version + 1 }, found),
    });
  });
  return answer.ok ? Outcome.of(answer.value.body as MemberAnswer) : answer;
}
