import { invariant, type Outcome } from '@entente/core/kernel';
import type { Database } from '../platform/database.ts';
import { actorOf } from '../register/actors.commands.ts';
import type { Caller } from '../register/changing.commands.ts';
import { localCaller } from '../register/demo.commands.ts';
import { acceptInvitation, inviteMember } from './invitations.commands.ts';
import { changeMember, listMembers } from './members.commands.ts';

export type NewAccount = { readonly accountId: string; readonly name: string; readonly email: string };

function done<T>(outcome: Outcome<T>): T {
  invariant(outcome.ok, `the local user hands over: ${outcome.ok ? '' : JSON.stringify(outcome.problems)}`);
  return outcome.value;
}

async function handOver(local: Caller, workspace: string, heir: Caller['actor'], email: string): Promise<void> {
  const { token } = done(await inviteMember(local, workspace, { email, role: 'owner', days: 1 }));
  done(await acceptInvitation({ database: local.database, actor: heir }, token));
  const { items } = done(await listMembers(local, workspace));
  const joined = items.find(({ person }) => person.id === heir.personId);
  invariant(joined, 'who joined is listed');
  // Whoever entered CLEAN records without an account reads them with one.
  const target = { person: heir.personId, version: joined.version };
  done(await changeMember(local, workspace, target, { cleanTeam: true }));
}

/**
 * Makes an account an owner of all that was made here without one. The local user invites it, as an owner would: no other
 * way leads into a workspace, and the audit of each tells of it. What was written stays under the local user's name.
 */
export async function takeOverWorkspaces(database: Database, account: NewAccount): Promise<void> {
  const local = await localCaller(database, new Date().toISOString().slice(0, 10));
  const identity = { kind: 'account', ...account, emailVerified: true, sessionId: '' } as const;
  const heir = await actorOf(database, identity, { isDemo: false });
  invariant(heir.kind === 'person', 'an account has a person');
  for (const { workspaceId, role } of local.actor.memberships) {
    if (role === 'owner') await handOver(local, workspaceId, heir, account.email);
  }
}
