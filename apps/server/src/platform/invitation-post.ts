import type { Role } from '@entente/core/accounts';
import type { FastifyRequest } from 'fastify';

/** What somebody is invited to, and by whom. */
export type InvitationLetter = {
  readonly to: string;
  /** What stands at the end of the link. */
  readonly token: string;
  readonly invitedBy: string;
  readonly into:
    | { readonly as: 'member'; readonly workspace: string; readonly role: Exclude<Role, 'guest'> }
    | { readonly as: 'guest'; readonly firm: string; readonly partner: string };
};

/** Sends an invitation by e-mail, after the answer to the request. @returns whether e-mail leaves this server at all */
export type PostInvitation = (request: FastifyRequest, letter: InvitationLetter) => boolean;

export const postsNothing: PostInvitation = () => false;
