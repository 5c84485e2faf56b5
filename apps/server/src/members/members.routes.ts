import { type InvitationCreation, type MemberChange, memberRoutes } from '@entente/contract/accounts';
import { Outcome } from '@entente/core/kernel';
import type { Room } from '../platform/http.ts';
import { type Asked, mounting, sendBody } from '../register/mounting.routes.ts';
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  readInvitation,
  withdrawInvitation,
} from './invitations.commands.ts';
import { changeMember, listMembers } from './members.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const tokenOf = ({ body }: Asked): string => (body as { readonly token: string }).token;

/** Who belongs to a workspace, over HTTP, as the contract says it. */
export const membersRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  mount(memberRoutes.list, (asked) => listMembers(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    memberRoutes.change,
    (asked) => {
      const target = { person: asked.params['person'] ?? '', version: asked.version };
      return changeMember(asked.caller, workspaceOf(asked), target, asked.body as MemberChange);
    },
    (reply, member) => reply.header('etag', `"${member.version}"`).send(member),
  );
  mount(memberRoutes.listInvitations, (asked) => listInvitations(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    memberRoutes.invite,
    async (asked) => {
      const made = await inviteMember(asked.caller, workspaceOf(asked), asked.body as InvitationCreation);
      if (!made.ok) return made;
      const { invitation, token, workspace } = made.value;
      const { email: to, role, invitedBy } = invitation;
      const into = { as: 'member', workspace, role } as const;
      return Outcome.of({
        invitation,
        token,
        mailed: context.postInvitation(asked.request, { to, token, invitedBy, into }),
      });
    },
    (reply, made) => reply.code(201).send(made),
  );
  mount(
    memberRoutes.withdraw,
    (asked) => withdrawInvitation(asked.caller, workspaceOf(asked), asked.params['invitation'] ?? ''),
    (reply) => reply.code(204).send(),
  );
  mount(memberRoutes.read, (asked) => readInvitation(context.databases.app, tokenOf(asked)), sendBody);
  mount(memberRoutes.accept, (asked) => acceptInvitation(asked.caller, tokenOf(asked)), sendBody);
  return Promise.resolve();
};
