import { randomBytes } from 'node:crypto';
import type { GuestAnswer, GuestInvitationAnswer, GuestInvitationCreation } from '@entente/contract/sharing';
import { can } from '@entente/core/accounts';
import { Outcome } from '@entente/core/kernel';
import { invitationOfAnother, invitationOver, isWithin, memberThere, sameAddress } from '../register/joining.ts';
import { findOwnEmail } from '../register/actors.store.ts';
import { type Database, inWorkspace } from '../platform/database.ts';
import { arranging, attempted, type Caller, nowhereAs, reading, required } from '../register/changing.commands.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { findRecordId } from '../register/records.store.ts';
import { unknownRecord } from '../register/references.commands.ts';
import { enterWorkspace, type Workspace } from '../register/workspaces.store.ts';
import {
  endGuest,
  enterGuestInvitation,
  findGuestInvitations,
  findGuests,
  type GuestInvitationRow,
  type GuestRow,
  insertGuestInvitation,
  isMemberAddress,
  joinAsGuest,
  markGuestAccepted,
  withdrawGuestInvitation,
} from './guests.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;

const mayPublish = ({ id: workspaceId, viewer }: Workspace): boolean => can(viewer, 'sharing.publish', { workspaceId });

const guestAnswer = (row: GuestRow, workspace: Workspace): GuestAnswer => ({
  person: { id: row.personId, name: row.name, email: row.email },
  partner: { id: row.partnerId, name: row.partnerName },
  since: row.since.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  abilities: { end: row.endedAt === null && mayPublish(workspace) },
});

const invitationAnswer = (row: GuestInvitationRow, workspace: Workspace): GuestInvitationAnswer => ({
  id: row.id,
  email: row.email,
  partner: { id: row.partnerId, name: row.partnerName },
  invitedBy: row.invitedBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  state: row.state,
  abilities: { withdraw: row.state === 'sent' && mayPublish(workspace) },
});

export const listGuests = (
  reads: Reads,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly GuestAnswer[] }>> =>
  reading(reads, workspace, async (transaction, found) =>
    Outcome.of({ items: (await findGuests(transaction)).map((row) => guestAnswer(row, found)) }),
  );

export const listGuestInvitations = (
  reads: Reads,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly GuestInvitationAnswer[] }>> =>
  reading(reads, workspace, async (transaction, found) =>
    Outcome.of({ items: (await findGuestInvitations(transaction)).map((row) => invitationAnswer(row, found)) }),
  );

/** Invites somebody of a partner by a link that only this answer holds. */
export async function inviteGuest(
  caller: Caller,
  workspace: string,
  { email, partner, days }: GuestInvitationCreation,
): Promise<Outcome<{ readonly invitation: GuestInvitationAnswer; readonly token: string; readonly firm: string }>> {
  const token = randomBytes(32).toString('base64url');
  // The link is not kept under an idempotency key: a repetition makes another, and both hold.
  let firm = '';
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, found) => {
    firm = found.name;
    const id = await findRecordId(transaction, 'organisation', partner);
    if (id === null) return Outcome.refuse(unknownRecord('organisation', partner, '/partner'));
    const isThere = await isMemberAddress(transaction, email);
    if (isThere) return Outcome.refuse(memberThere);
    const row = await insertGuestInvitation(transaction, { email, partner: id, days, token });
    return Outcome.of({ status: 201, headers: {}, body: invitationAnswer(row, found) });
  });
  return answer.ok ? Outcome.of({ invitation: answer.value.body as GuestInvitationAnswer, token, firm }) : answer;
}

const arranged = async (
  caller: Caller,
  workspace: string,
  run: Parameters<typeof arranging>[2],
): Promise<Outcome<null>> => {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, run);
  return answer.ok ? Outcome.of(null) : answer;
};
const done = Outcome.of({ status: 204, headers: {}, body: null });

export const withdrawInvitationOfGuest = (caller: Caller, workspace: string, id: string): Promise<Outcome<null>> =>
  arranged(caller, workspace, async (transaction) =>
    (await withdrawGuestInvitation(transaction, id)) ? done : Outcome.refuse(recordMissing),
  );

/** Sends a guest off; from their next request on every room is closed to them. */
export const sendGuestOff = (caller: Caller, workspace: string, person: string): Promise<Outcome<null>> =>
  arranged(caller, workspace, async (transaction) =>
    (await endGuest(transaction, person)) ? done : Outcome.refuse(recordMissing),
  );

/** The guest whom a link invites, whoever asks; null when it does not hold. */
export const invitationOfGuest = (database: Database, token: string): Promise<GuestInvitationRow | null> =>
  inWorkspace(database, { workspaceId: null, actorId: '' }, (transaction) => enterGuestInvitation(transaction, token));

export function readGuestInvitation(
  database: Database,
  token: string,
): Promise<Outcome<{ email: string; firm: string; partner: string; invitedBy: string; expiresAt: string }>> {
  return inWorkspace(database, { workspaceId: null, actorId: '' }, async (transaction) => {
    const found = await enterGuestInvitation(transaction, token);
    if (found === null) return Outcome.refuse(invitationOver);
    const { email, firmName: firm, partnerName: partner, invitedBy, expiresAt } = found;
    return Outcome.of({ email, firm, partner, invitedBy, expiresAt: expiresAt.toISOString() });
  });
}

/** Becomes a guest as the link says. The account's address, which its mailbox confirmed, is the invited one. */
export function acceptGuestInvitation(
  { database, actor }: Reads,
  token: string,
): Promise<Outcome<{ readonly firm: string; readonly partner: string }>> {
  return attempted(() =>
    inWorkspace(database, nowhereAs(actor), async (transaction) => {
      const invitation = await enterGuestInvitation(transaction, token);
      if (invitation === null || !isWithin(actor, invitation)) return Outcome.refuse(invitationOver);
      const own = await findOwnEmail(transaction);
      if (own === null || !sameAddress(own, invitation.email)) return Outcome.refuse(invitationOfAnother);
      await enterWorkspace(transaction, invitation.workspaceId);
      const joined = await joinAsGuest(transaction, invitation.partnerId);
      required(joined ? Outcome.of(null) : Outcome.refuse(memberThere));
      await markGuestAccepted(transaction, invitation.id);
      return Outcome.of({ firm: invitation.firmName, partner: invitation.partnerName });
    }),
  );
}
