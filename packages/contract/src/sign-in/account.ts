import { z } from 'zod';
import { ROLES } from '@entente/core/accounts';
import { line } from '../field/index.ts';
import type { Route } from '../problem/index.ts';
import { credential, credentialOptions, newPassword, person, presentPassword, shared } from './session.ts';

const account = person
  .extend({
    createdAt: z.iso.datetime(),
    secondFactor: z
      .object({ recoveryCodesLeft: z.number().int() })
      .nullable()
      .describe('Codes of an authenticator, where they were switched on.'),
  })
  .meta({ id: 'Account' });
export type AccountAnswer = z.output<typeof account>;

const session = z
  .object({
    id: z.uuid(),
    current: z.boolean().describe('The one that asks.'),
    browser: z.string().nullable().describe('What the browser said of itself.'),
    address: z.string().nullable().describe('Where it signed in from.'),
    firstSeen: z.iso.datetime(),
    onlyWorkspace: z.uuid().nullable().describe('The one workspace that it is for.'),
    lastSeen: z.iso.datetime().describe('To within five minutes.'),
    expiresAt: z.iso.datetime().describe('Unless it is used again before.'),
  })
  .meta({ id: 'AccountSession' });
export type AccountSessionAnswer = z.output<typeof session>;

const ownWorkspace = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    apart: z.boolean().describe('Its owner asks for a session of its own.'),
  })
  .meta({ id: 'OwnWorkspace' });
export type OwnWorkspaceAnswer = z.output<typeof ownWorkspace>;

const passkey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.iso.datetime(),
    synced: z.boolean().describe('Kept by a service that carries it to other devices.'),
  })
  .meta({ id: 'Passkey' });
export type PasskeyAnswer = z.output<typeof passkey>;

const recoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).describe('Each works once. They are shown this time only.') })
  .meta({ id: 'RecoveryCodes' });

const confirmation = z.strictObject({ password: presentPassword }).meta({ id: 'PasswordConfirmation' });
const CONFIRMED = ['sign-in-required', 'password-wrong', 'too-many-attempts', 'sign-in-busy'] as const;

const own = { ...shared, permission: 'account.use', subject: 'account' } as const;
const path = '/api/v1/account';

export const accountRoutes = {
  get: {
    ...own,
    id: 'getAccount',
    method: 'get',
    path,
    summary: 'Read your account',
    answer: account,
    problems: ['sign-in-required'],
  },
  workspaces: {
    ...own,
    id: 'listOwnWorkspaces',
    method: 'get',
    path: `${path}/workspaces`,
    summary: 'List the workspaces that you belong to, with those that ask for a session of their own',
    answer: z.object({ items: z.array(ownWorkspace) }).meta({ id: 'OwnWorkspaceList' }),
    problems: ['sign-in-required'],
  },
  sendVerification: {
    ...own,
    id: 'sendEmailVerification',
    method: 'post',
    path: `${path}/email-verification-requests`,
    summary: 'Have a link sent that shows that your e-mail reaches you',
    status: 204,
    answer: null,
    problems: ['sign-in-required', 'too-many-attempts'],
  },
  changePassword: {
    ...own,
    id: 'changePassword',
    method: 'post',
    path: `${path}/password`,
    summary: 'Change your password; every other session of yours ends',
    body: z.strictObject({ present: presentPassword, password: newPassword }).meta({ id: 'PasswordChange' }),
    status: 204,
    answer: null,
    problems: [...CONFIRMED, 'password-length', 'password-guessable', 'password-common'],
  },
  sessions: {
    ...own,
    id: 'listSessions',
    method: 'get',
    path: `${path}/sessions`,
    summary: 'List your sessions, last seen first',
    answer: z.object({ items: z.array(session) }).meta({ id: 'AccountSessionList' }),
    problems: ['sign-in-required'],
  },
  endSession: {
    ...own,
    id: 'endOneSession',
    method: 'delete',
    path: `${path}/sessions/{session}`,
    summary: 'End a session of yours; its next request is refused',
    params: z.object({ session: z.uuid() }),
    status: 204,
    answer: null,
    problems: ['sign-in-required', 'session-not-found'],
  },
  endOthers: {
    ...own,
    id: 'endOtherSessions',
    method: 'delete',
    path: `${path}/sessions`,
    summary: 'End every session of yours but this one',
    status: 204,
    answer: null,
    problems: ['sign-in-required'],
  },
  beginTotp: {
    ...own,
    id: 'beginTotp',
    method: 'post',
    path: `${path}/totp`,
    summary: 'Ask for a secret to put into an authenticator; nothing changes until a code of it is given',
    body: confirmation,
    answer: z
      .object({ secret: z.string().describe('In base 32.'), uri: z.string().describe('For a QR code: `otpauth://…`.') })
      .meta({ id: 'TotpSecret' }),
    problems: [...CONFIRMED, 'totp-on'],
  },
  confirmTotp: {
    ...own,
    id: 'confirmTotp',
    method: 'post',
    path: `${path}/totp/confirmation`,
    summary: 'Switch codes on by giving one; from here on each sign-in by password asks for one',
    body: z.strictObject({ code: z.string().trim().min(1).max(40) }).meta({ id: 'TotpConfirmation' }),
    answer: recoveryCodes,
    problems: ['sign-in-required', 'totp-not-begun', 'totp-on', 'code-refused', 'too-many-attempts'],
  },
  endTotp: {
    ...own,
    id: 'endTotp',
    method: 'post',
    path: `${path}/totp/removal`,
    summary: 'Switch codes off; recovery codes end with them',
    body: confirmation,
    status: 204,
    answer: null,
    problems: [...CONFIRMED, 'totp-off'],
  },
  renewRecoveryCodes: {
    ...own,
    id: 'renewRecoveryCodes',
    method: 'post',
    path: `${path}/recovery-codes`,
    summary: 'Have new recovery codes; the old ones stop working',
    body: confirmation,
    answer: recoveryCodes,
    problems: [...CONFIRMED, 'totp-off'],
  },
} as const satisfies Readonly<Record<string, Route>>;

const keys = `${path}/passkeys`;
const one = z.object({ passkey: z.uuid() });

export const passkeyRoutes = {
  list: {
    ...own,
    id: 'listPasskeys',
    method: 'get',
    path: keys,
    summary: 'List your passkeys',
    answer: z.object({ items: z.array(passkey) }).meta({ id: 'PasskeyList' }),
    problems: ['sign-in-required'],
  },
  options: {
    ...own,
    id: 'beginPasskey',
    method: 'post',
    path: `${keys}/options`,
    summary: 'Ask for a challenge to make a passkey',
    body: confirmation,
    answer: credentialOptions,
    problems: [...CONFIRMED, 'passkeys-full'],
  },
  create: {
    ...own,
    id: 'createPasskey',
    method: 'post',
    path: keys,
    summary: 'Keep a passkey that was made for the challenge',
    body: z.strictObject({ name: line, credential }).meta({ id: 'PasskeyCreation' }),
    status: 201,
    answer: passkey,
    problems: ['sign-in-required', 'passkey-refused', 'passkeys-full'],
  },
  rename: {
    ...own,
    id: 'renamePasskey',
    method: 'patch',
    path: `${keys}/{passkey}`,
    summary: 'Call a passkey of yours something else',
    params: one,
    body: z.strictObject({ name: line }).meta({ id: 'PasskeyName' }),
    answer: passkey,
    problems: ['sign-in-required', 'passkey-not-found'],
  },
  remove: {
    ...own,
    id: 'removePasskey',
    method: 'post',
    path: `${keys}/{passkey}/removal`,
    summary: 'Remove a passkey of yours',
    params: one,
    body: confirmation,
    status: 204,
    answer: null,
    problems: [...CONFIRMED, 'passkey-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
