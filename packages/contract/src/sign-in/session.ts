import { z } from 'zod';
import { line, reference } from '../field/index.ts';
import type { Route } from '../problem/index.ts';

/** What somebody types as an address; an array or an object is no address. */
const email = z
  .string()
  .trim()
  .min(3)
  .max(254)
  .regex(/^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+$/)
  .describe('E-mail address; upper and lower case do not matter.');
/** A present password: of any length, so that a wrong one is only ever wrong. */
export const presentPassword = z.string().min(1).max(1000);
/** A password to be set; what makes it a bad one is told by the server in its own words. */
export const newPassword = z.string().min(1).max(1000).describe('12 to 128 characters, of any kind.');
/** What the end of a one-time link holds. */
export const linkToken = z.string().min(1).max(200).describe('The part of the link after `#`.');

/** What everybody may know of an account that is theirs. */
export const person = z
  .object({ id: z.uuid(), name: z.string(), email: z.string(), emailVerified: z.boolean() })
  .meta({ id: 'SignedInPerson' });
export type SignedInPerson = z.output<typeof person>;

export const SESSION_STATES = ['nobody', 'demo', 'second-factor', 'signed-in'] as const;

export const session = z
  .object({
    state: z
      .enum(SESSION_STATES)
      .describe(
        '`demo`: nobody is asked who they are. `second-factor`: the password was right, a code is still to be given.',
      ),
    account: person.nullable(),
    setUpOpen: z.boolean().describe('No account exists yet: the link that the start printed makes the first.'),
    onlyWorkspace: z
      .uuid()
      .nullable()
      .describe('The one workspace that the session is for; every other is to it as if it were not there.'),
    sendsMail: z.boolean().describe('Whether this server can send e-mail, e.g. to set a new password.'),
  })
  .meta({ id: 'Session' });
export type SessionAnswer = z.output<typeof session>;

/** A credential as `PublicKeyCredential.toJSON()` gives it; WebAuthn level 3 says what is inside. */
export const credential = z
  .looseObject({
    id: z.string().min(1).max(2000),
    rawId: z.string().min(1).max(2000),
    type: z.literal('public-key'),
    response: z.record(z.string().max(40), z.unknown()),
  })
  .meta({ id: 'PublicKeyCredential' });
export const credentialOptions = z
  .object({ publicKey: z.record(z.string(), z.unknown()).describe('Options as WebAuthn level 3 writes them in JSON.') })
  .meta({ id: 'PublicKeyCredentialOptions' });
export type CredentialOptions = z.output<typeof credentialOptions>;

const secondFactor = z
  .strictObject({ kind: z.enum(['totp', 'recovery-code']), code: z.string().trim().min(1).max(40) })
  .meta({ id: 'SecondFactor' });

export const shared = {
  permission: 'session.begin',
  params: z.object({}),
  query: null,
  headers: null,
  body: null,
  status: 200,
} as const;
const here = { ...shared, subject: 'session', answer: session } as const;
const path = '/api/v1/session';

/** Beginning and ending a session. The session itself is a cookie that no script reads. */
export const sessionRoutes = {
  get: { ...here, id: 'getSession', method: 'get', path, summary: 'Read who is signed in', problems: [] },
  begin: {
    ...here,
    id: 'beginSession',
    method: 'post',
    path,
    summary: 'Sign in with e-mail and password',
    body: z.strictObject({ email, password: presentPassword }).meta({ id: 'SignIn' }),
    problems: ['sign-in-refused', 'too-many-attempts', 'sign-in-busy'],
  },
  secondFactor: {
    ...here,
    id: 'giveSecondFactor',
    method: 'post',
    path: `${path}/second-factor`,
    summary: 'Complete signing in with a code of the authenticator, or with a recovery code',
    body: secondFactor,
    problems: ['sign-in-expired', 'code-refused', 'too-many-attempts'],
  },
  passkeyOptions: {
    ...here,
    id: 'beginPasskeySignIn',
    method: 'post',
    path: `${path}/passkey-options`,
    summary: 'Ask for a challenge to sign in with a passkey',
    answer: credentialOptions,
    problems: ['too-many-attempts'],
  },
  passkey: {
    ...here,
    id: 'signInWithPasskey',
    method: 'post',
    path: `${path}/passkey`,
    summary: 'Sign in with a passkey',
    body: z.strictObject({ credential }).meta({ id: 'PasskeySignIn' }),
    problems: ['passkey-refused', 'too-many-attempts'],
  },
  narrow: {
    ...here,
    permission: 'account.use',
    id: 'narrowSession',
    method: 'post',
    path: `${path}/workspace`,
    summary: 'Go on in a new session that is for one workspace alone; this one ends',
    body: z
      .strictObject({ workspace: reference.describe('Slug or id of a workspace that you belong to.') })
      .meta({ id: 'SessionWorkspace' }),
    problems: ['sign-in-required', 'workspace-not-found'],
  },
  end: {
    ...here,
    id: 'endSession',
    method: 'delete',
    path,
    summary: 'Sign out',
    status: 204,
    answer: null,
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>;

const PASSWORD_PROBLEMS = ['password-length', 'password-guessable', 'password-common'] as const;

/** How an account begins. There is no way in without a link that somebody gave. */
export const beginningRoutes = {
  setUp: {
    ...here,
    id: 'setUp',
    method: 'post',
    path: '/api/v1/set-up',
    summary: 'Make the first account with the link that the start printed',
    body: z
      .strictObject({
        token: linkToken,
        name: line,
        email,
        password: newPassword,
        takeOver: z
          .boolean()
          .optional()
          .describe('Also own the workspaces that were made here without an account, as in the demo.'),
      })
      .meta({ id: 'SetUp' }),
    status: 201,
    problems: ['link-refused', ...PASSWORD_PROBLEMS, 'too-many-attempts', 'sign-in-busy'],
  },
  signUp: {
    ...here,
    id: 'signUp',
    method: 'post',
    path: '/api/v1/sign-up',
    summary: 'Make an account with the link of an invitation; its e-mail is the one that was invited',
    body: z.strictObject({ token: linkToken, name: line, password: newPassword }).meta({ id: 'SignUp' }),
    status: 201,
    problems: ['link-refused', 'email-taken', ...PASSWORD_PROBLEMS, 'too-many-attempts', 'sign-in-busy'],
  },
} as const satisfies Readonly<Record<string, Route>>;

/** What is done by a link that came by e-mail, signed in or not. */
export const linkRoutes = {
  askReset: {
    ...here,
    id: 'askForPasswordReset',
    method: 'post',
    path: '/api/v1/password-reset-requests',
    summary: 'Ask for a link to set a new password; the answer is the same whether or not an account has this e-mail',
    body: z.strictObject({ email }).meta({ id: 'PasswordResetRequest' }),
    status: 204,
    answer: null,
    problems: ['too-many-attempts'],
  },
  reset: {
    ...here,
    id: 'resetPassword',
    method: 'post',
    path: '/api/v1/password-resets',
    summary: 'Set a new password by the link, and end every session of the account',
    body: z.strictObject({ token: linkToken, password: newPassword }).meta({ id: 'PasswordReset' }),
    status: 204,
    answer: null,
    problems: ['link-refused', ...PASSWORD_PROBLEMS, 'too-many-attempts', 'sign-in-busy'],
  },
  verifyEmail: {
    ...here,
    id: 'verifyEmail',
    method: 'post',
    path: '/api/v1/email-verifications',
    summary: 'Show by the link that the e-mail reaches you',
    body: z.strictObject({ token: linkToken }).meta({ id: 'EmailVerification' }),
    status: 204,
    answer: null,
    problems: ['link-refused', 'too-many-attempts'],
  },
} as const satisfies Readonly<Record<string, Route>>;

const mail = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'Mail' });

export const mailboxRoutes = {
  list: {
    ...here,
    id: 'listMailbox',
    method: 'get',
    path: '/api/v1/mailbox',
    summary: 'Read what the demo would have sent by e-mail, latest first; there only in demo mode',
    answer: z.object({ items: z.array(mail) }).meta({ id: 'Mailbox' }),
    problems: ['not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
