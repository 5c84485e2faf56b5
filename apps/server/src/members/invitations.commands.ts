import { randomBytes } from 'node:crypto';
import type { InvitationAnswer, InvitationCreation } from '@entente/contract/accounts';
import { can } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import { type Database, inWorkspace } from '../platform/database.ts';
import { arranging, type Caller, nowhereAs, reading, required } from '../register/changing.commands.ts';
import {
  invitationOfAnother,
  invitationOver,
  isWithin,
  memberThere,
  roleReserved,
  sameAddress,
} from '../register/joining.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { findOwnEmail } from '../register/actors.store.ts';
import { enterWorkspace, findWorkspace, type Workspace } from '../register/workspaces.store.ts';
import {
  enterInvitation,
  findInvitations,
  insertInvitation,
  type InvitationRow,
  markAccepted,
  type OpenInvitation,
  withdrawInvitation as withdraw,
} from './invitations.store.ts';
import { findMembers, joinAs } from './members.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;

function stateOf({ acceptedAt, withdrawnAt, expiresAt }: InvitationRow): InvitationAnswer['state'] {
  if (acceptedAt !== null) return 'accepted';
  if (withdrawnAt !== null) return 'withdrawn';
  return expiresAt <= new Date() ? 'expired' : 'sent';
}

const invitationAnswer = (row: InvitationRow): InvitationAnswer => ({
  id: row.id,
  email: row.email,
  role: row.role,
  invitedBy: row.invitedBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  state: stateOf(row),
  abilities: { withdraw: stateOf(row) === 'sent' },
});

export function listInvitations(
  reads: Reads,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly InvitationAnswer[] }>> {
  return reading(reads, workspace, async (transaction) =>
    Outcome.of({ items: (await findInvitations(transaction)).map(invitationAnswer) }),
  );
}

const mayInvite = ({ id: workspaceId, viewer }: Workspace, { role }: InvitationCreation): boolean =>
  role !== 'owner' || can(viewer, 'owners.write', { workspaceId });

/** Invites somebody by a link that only this answer holds. */
export async function inviteMember(
  caller: Caller,
  workspace: string,
  body: InvitationCreation,
): Promise<Outcome<{ readonly invitation: InvitationAnswer; readonly token: string; readonly workspace: string }>> {
  const token = randomBytes(32).toString('base64url');
  // The link is not kept under an idempotency key: a repetition makes another, and both hold.
  let name = '';
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, found) => {
    name = found.name;
    if (!mayInvite(found, body)) return Outcome.refuse(roleReserved);
    const members = await findMembers(transaction);
    const isThere = members.some(
      ({ email, endedAt }) => endedAt === null && email !== null && sameAddress(email, body.email),
    );
    if (isThere) return Outcome.refuse(memberThere);
    const row = await insertInvitation(transaction, { ...body, token });
    return Outcome.of({ status: 201, headers: {}, body: invitationAnswer(row) });
  });
  return answer.ok ? Outcome.of({ invitation: answer.value.body as InvitationAnswer, token, workspace: name }) : answer;
}

export async function withdrawInvitation(caller: Caller, workspace: string, id: string): Promise<Outcome<null>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction) =>
    (await withdraw(transaction, id))
      ? Outcome.of({ status: 204, headers: {}, body: null })
      : Outcome.refuse(recordMissing),
  );
  return answer.ok ? Outcome.of(null) : answer;
}

/** What a link invites to, whoever asks; null when it does not hold. */
export function invitationOf(database: Database, token: string): Promise<OpenInvitation | null> {
  return inWorkspace(database, { workspaceId: null, actorId: '' }, (transaction) =>
    enterInvitation(transaction, token),
  );
}

export async function readInvitation(
  database: Database,
  token: string,
): Promise<
  Outcome<
    Pick<OpenInvitation, 'email' | 'role' | 'invitedBy'> & {
      readonly workspace: { name: string };
      readonly expiresAt: string;
    }
  >
> {
  const found = await invitationOf(database, token);
  if (found === null) return Outcome.refuse(invitationOver);
  const { email, role, workspaceName, invitedBy, expiresAt } = found;
  return Outcome.of({ email, role, invitedBy, workspace: { name: workspaceName }, expiresAt: expiresAt.toISOString() });
}

/** Joins the workspace that the link invites to. The account's address, which its mailbox confirmed, is the invited one. */
export async function acceptInvitation(
  { database, actor }: Reads,
  token: string,
): Promise<Outcome<{ readonly workspace: Pick<Workspace, 'id' | 'slug' | 'name'> }>> {
  return inWorkspace(database, nowhereAs(actor), async (transaction) => {
    const invitation = await enterInvitation(transaction, token);
    if (invitation === null || !isWithin(actor, invitation)) return Outcome.refuse(invitationOver);
    const own = await findOwnEmail(transaction);
    if (own === null || !sameAddress(own, invitation.email)) return Outcome.refuse(invitationOfAnother);
    await enterWorkspace(transaction, invitation.workspaceId);
    await joinAs(transaction, invitation.role);
    await markAccepted(transaction, invitation.id);
    const joined = required(Outcome.of(await findWorkspace(transaction, invitation.workspaceId, actor.scopes)));
    if (joined === null) return Outcome.refuse(invitationOver);
    const { id, slug, name } = joined;
    return Outcome.of({ workspace: { id, slug, name } });
  });
}
