import { ROLES } from '@entente/core/accounts';
import { z } from 'zod';
import { id, invitationTerms, invitationToken, line, mailed } from '../field/index.ts';
import { changeHeaders, creationHeaders, type Route } from '../problem/index.ts';

const workspaceParams = z.object({ workspace: z.string().describe('Slug or id of the workspace.') });
const role = z.enum(ROLES);
/** A guest is invited to a room of a partner organisation, not to the workspace. */
const memberRole = role.exclude(['guest']);

const member = z
  .object({
    person: z.object({ id, name: z.string(), email: z.string().nullable() }),
    role,
    cleanTeam: z.boolean().describe('One of the named people who read CLEAN records.'),
    apart: z.boolean().describe('Works here in a session for this workspace alone.'),
    since: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable().describe('When the person left the workspace.'),
    version: z.number().int(),
    you: z.boolean(),
    abilities: z.object({
      changeRole: z.boolean(),
      nameCleanTeam: z.boolean(),
      setApart: z.boolean(),
      end: z.boolean(),
    }),
  })
  .meta({ id: 'Member' });
export type MemberAnswer = z.infer<typeof member>;

const invitation = z
  .object({
    id,
    email: z.string(),
    role: memberRole,
    invitedBy: z.string().describe('Name of the person who invites.'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    state: z.enum(['sent', 'accepted', 'withdrawn', 'expired']),
    abilities: z.object({ withdraw: z.boolean() }),
  })
  .meta({ id: 'Invitation' });
export type InvitationAnswer = z.infer<typeof invitation>;

const memberChange = z
  .strictObject({
    role: memberRole.optional(),
    cleanTeam: z.boolean().optional(),
    apart: z
      .boolean()
      .optional()
      .describe('Whether the member, for example a manager of another firm, works here in a session of its own alone.'),
    ended: z.literal(true).optional().describe('Ends the membership; history keeps the name.'),
  })
  .meta({ id: 'MemberChange' });
export type MemberChange = z.infer<typeof memberChange>;

const invitationCreation = z
  .strictObject({
    email: invitationTerms.email,
    role: memberRole,
    days: invitationTerms.days,
  })
  .meta({ id: 'InvitationCreation' });
export type InvitationCreation = z.infer<typeof invitationCreation>;

const path = '/api/v1/workspaces/{workspace}/members';
const invitations = '/api/v1/workspaces/{workspace}/invitations';
const shared = { subject: 'members', query: null, headers: null, body: null } as const;

/** Who belongs to a workspace, as what, and who is invited. */
export const memberRoutes = {
  list: {
    ...shared,
    id: 'listMembers',
    method: 'get',
    path,
    summary: 'List the members of a workspace and those who left',
    permission: 'members.read',
    params: workspaceParams,
    status: 200,
    answer: z.object({ items: z.array(member) }).meta({ id: 'MemberList' }),
    problems: ['workspace-not-found'],
  },
  change: {
    ...shared,
    id: 'changeMember',
    method: 'patch',
    path: `${path}/{person}`,
    summary: 'Change the role of a member, name them to the clean team, or end their membership',
    permission: 'members.read',
    params: workspaceParams.extend({ person: id }),
    headers: changeHeaders,
    body: memberChange,
    status: 200,
    answer: member,
    problems: [
      'record-not-found',
      'version-required',
      'version-stale',
      'owner-needed',
      'role-reserved',
      'account-needed',
    ],
  },
  listInvitations: {
    ...shared,
    id: 'listInvitations',
    method: 'get',
    path: invitations,
    summary: 'List the invitations to a workspace, latest first',
    permission: 'members.write',
    params: workspaceParams,
    status: 200,
    answer: z.object({ items: z.array(invitation) }).meta({ id: 'InvitationList' }),
    problems: ['workspace-not-found'],
  },
  invite: {
    ...shared,
    id: 'inviteMember',
    method: 'post',
    path: invitations,
    summary: 'Invite somebody to the workspace; the answer holds the link, once',
    permission: 'members.write',
    params: workspaceParams,
    headers: creationHeaders,
    body: invitationCreation,
    status: 201,
    answer: z.object({ invitation, token: invitationToken, mailed }).meta({ id: 'InvitationMade' }),
    problems: ['workspace-not-found', 'role-reserved', 'member-there', 'idempotency-key-reused'],
  },
  withdraw: {
    ...shared,
    id: 'withdrawInvitation',
    method: 'delete',
    path: `${invitations}/{invitation}`,
    summary: 'Withdraw an invitation; its link stops to hold',
    permission: 'members.write',
    params: workspaceParams.extend({ invitation: id }),
    status: 204,
    answer: null,
    problems: ['record-not-found'],
  },
  read: {
    ...shared,
    id: 'readInvitation',
    method: 'post',
    path: '/api/v1/invitations/read',
    summary: 'Read what a link invites to',
    permission: 'session.begin',
    params: z.object({}),
    body: z.strictObject({ token: invitationToken }),
    status: 200,
    answer: z
      .object({
        email: z.string(),
        role: memberRole,
        workspace: z.object({ name: line }),
        invitedBy: z.string().describe('Name of the person who invites.'),
        expiresAt: z.iso.datetime(),
      })
      .meta({ id: 'InvitationRead' }),
    problems: ['invitation-over'],
  },
  accept: {
    ...shared,
    id: 'acceptInvitation',
    method: 'post',
    path: '/api/v1/invitations/accept',
    summary: 'Join the workspace that a link invites to; the account has the address that was invited',
    permission: 'account.use',
    params: z.object({}),
    body: z.strictObject({ token: invitationToken }),
    status: 200,
    answer: z
      .object({ workspace: z.object({ id, slug: z.string(), name: z.string() }) })
      .meta({ id: 'InvitationAccepted' }),
    problems: ['invitation-over', 'invitation-of-another'],
  },
} as const satisfies Readonly<Record<string, Route>>;
