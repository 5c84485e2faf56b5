import {
  type InvitationAnswer,
  type InvitationCreation,
  type MemberAnswer,
  type MemberChange,
  memberRoutes,
} from '@entente/contract/accounts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

export const membersQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'members'],
    queryFn: ({ signal }) => read(pathOf(workspace, '/members'), { answer: memberRoutes.list.answer, signal }),
  });

export const invitationsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'invitations'],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/invitations'), { answer: memberRoutes.listInvitations.answer, signal }),
  });

/** Changes what a member is at the version that was read, or ends the membership. @throws RequestFailure */
export const changeMember = (workspace: string, { person, version }: MemberAnswer, body: MemberChange) =>
  write(pathOf(workspace, `/members/${person.id}`), {
    method: 'PATCH',
    body,
    version,
    idempotencyKey: crypto.randomUUID(),
    answer: memberRoutes.change.answer,
  });

/** Invites somebody; the answer alone holds what stands at the end of the link. @throws RequestFailure */
export const inviteMember = (workspace: string, body: InvitationCreation) =>
  write(pathOf(workspace, '/invitations'), {
    method: 'POST',
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: memberRoutes.invite.answer,
  });

/** Takes an invitation back. @throws RequestFailure */
export const withdrawInvitation = (workspace: string, { id }: InvitationAnswer): Promise<null> =>
  write(pathOf(workspace, `/invitations/${id}`), {
    method: 'DELETE',
    idempotencyKey: crypto.randomUUID(),
    answer: z.null(),
  });
