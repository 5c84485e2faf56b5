import {
  type GuestAnswer,
  type GuestInvitationAnswer,
  type GuestInvitationCreation,
  guestRoutes,
} from '@entente/contract/sharing';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const fresh = () => ({ idempotencyKey: crypto.randomUUID() });

/** The guests of partner organisations, those who left among them. */
export const guestsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'guests'],
    queryFn: ({ signal }) => read(pathOf(workspace, '/guests'), { answer: guestRoutes.list.answer, signal }),
  });

export const guestInvitationsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'guest-invitations'],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/guest-invitations'), { answer: guestRoutes.listInvitations.answer, signal }),
  });

/** Invites a guest; the answer alone holds what stands at the end of the link. @throws RequestFailure */
export const inviteGuest = (workspace: string, body: GuestInvitationCreation) =>
  write(pathOf(workspace, '/guest-invitations'), {
    method: 'POST',
    body,
    answer: guestRoutes.invite.answer,
    ...fresh(),
  });

/** @throws RequestFailure */
export const withdrawGuestInvitation = (workspace: string, { id }: GuestInvitationAnswer): Promise<null> =>
  write(pathOf(workspace, `/guest-invitations/${id}`), { method: 'DELETE', answer: z.null(), ...fresh() });

/** Every room is closed to the guest from their next request on. @throws RequestFailure */
export const sendGuestOff = (workspace: string, { person }: GuestAnswer): Promise<null> =>
  write(pathOf(workspace, `/guests/${person.id}`), { method: 'DELETE', answer: z.null(), ...fresh() });
