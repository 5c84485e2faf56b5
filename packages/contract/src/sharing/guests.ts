import { z } from 'zod';
import { id, invitationTerms, invitationToken, mailed, reference } from '../field/index.ts';
import { creationHeaders, type Route } from '../problem/index.ts';
import { workspaceParams } from './parts.ts';

const guest = z
  .object({
    person: z.object({ id, name: z.string(), email: z.string().nullable() }),
    partner: z.object({ id, name: z.string() }),
    since: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    abilities: z.object({ end: z.boolean() }),
  })
  .meta({ id: 'Guest' });
export type GuestAnswer = z.infer<typeof guest>;

const invitation = z
  .object({
    id,
    email: z.string(),
    partner: z.object({ id, name: z.string() }),
    invitedBy: z.string().describe('Name of the person who invites.'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    state: z.enum(['sent', 'accepted', 'withdrawn', 'expired']),
    abilities: z.object({ withdraw: z.boolean() }),
  })
  .meta({ id: 'GuestInvitation' });
export type GuestInvitationAnswer = z.infer<typeof invitation>;

const creation = z
  .strictObject({
    email: invitationTerms.email,
    partner: reference.describe('The organisation that the guest is of.'),
    days: invitationTerms.days,
  })
  .meta({ id: 'GuestInvitationCreation' });
export type GuestInvitationCreation = z.infer<typeof creation>;

const invitations = '/api/v1/workspaces/{workspace}/guest-invitations';
const guests = '/api/v1/workspaces/{workspace}/guests';
const shared = { subject: 'guests', query: null, headers: null, body: null } as const;
const ofMembers = { ...shared, permission: 'sharing.publish', params: workspaceParams } as const;

/** Guests of partner organisations and how they come in. */
export const guestRoutes = {
  list: {
    ...ofMembers,
    id: 'listGuests',
    method: 'get',
    path: guests,
    summary: 'List the guests of partner organisations and those who left',
    permission: 'sharing.read',
    status: 200,
    answer: z.object({ items: z.array(guest) }).meta({ id: 'GuestList' }),
    problems: ['workspace-not-found'],
  },
  end: {
    ...ofMembers,
    id: 'endGuest',
    method: 'delete',
    path: `${guests}/{person}`,
    summary: 'Send a guest off: every room is closed to them at once',
    params: workspaceParams.extend({ person: id }),
    status: 204,
    answer: null,
    problems: ['record-not-found'],
  },
  listInvitations: {
    ...ofMembers,
    id: 'listGuestInvitations',
    method: 'get',
    path: invitations,
    summary: 'List the invitations of guests, latest first',
    permission: 'sharing.read',
    status: 200,
    answer: z.object({ items: z.array(invitation) }).meta({ id: 'GuestInvitationList' }),
    problems: ['workspace-not-found'],
  },
  invite: {
    ...ofMembers,
    id: 'inviteGuest',
    method: 'post',
    path: invitations,
    summary: 'Invite somebody of a partner organisation; the answer holds the link, once',
    headers: creationHeaders,
    body: creation,
    status: 201,
    answer: z.object({ invitation, token: invitationToken, mailed }).meta({ id: 'GuestInvitationMade' }),
    problems: ['workspace-not-found', 'record-unknown', 'not-publishable', 'member-there'],
  },
  withdraw: {
    ...ofMembers,
    id: 'withdrawGuestInvitation',
    method: 'delete',
    path: `${invitations}/{invitation}`,
    summary: 'Withdraw the invitation of a guest; its link stops to hold',
    params: workspaceParams.extend({ invitation: id }),
    status: 204,
    answer: null,
    problems: ['record-not-found'],
  },
  read: {
    ...shared,
    id: 'readGuestInvitation',
    method: 'post',
    path: '/api/v1/guest-invitations/read',
    summary: 'Read whose guest a link makes one',
    permission: 'session.begin',
    params: z.object({}),
    body: z.strictObject({ token: invitationToken }),
    status: 200,
    answer: z
      .object({
        email: z.string(),
        firm: z.string(),
        partner: z.string(),
        invitedBy: z.string().describe('Name of the person who invites.'),
        expiresAt: z.iso.datetime(),
      })
      .meta({ id: 'GuestInvitationRead' }),
    problems: ['invitation-over'],
  },
  accept: {
    ...shared,
    id: 'acceptGuestInvitation',
    method: 'post',
    path: '/api/v1/guest-invitations/accept',
    summary: 'Become a guest as a link invites one; the account has the address that was invited',
    permission: 'account.use',
    params: z.object({}),
    body: z.strictObject({ token: invitationToken }),
    status: 200,
    answer: z.object({ firm: z.string(), partner: z.string() }).meta({ id: 'GuestInvitationAccepted' }),
    problems: ['invitation-over', 'invitation-of-another', 'member-there'],
  },
} as const satisfies Readonly<Record<string, Route>>;
