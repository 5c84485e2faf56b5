import { randomBytes } from 'node:crypto';
import { type Action, can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { Databases } from '../platform/database.ts';
import { actorOf } from '../register/actors.commands.ts';
import { type Caller, workspaceMissing } from '../register/changing.commands.ts';
import { ownWorkspace } from '../register/own-workspaces.commands.ts';
import { findAccounts, type ListedAccount } from './accounts.store.ts';
import { RESET_SECONDS } from './library.ts';
import type { SignIn } from './sign-in.ts';

/* What whoever has the data folder does with accounts, at the command line. */

const accountUnknown = (email: string): Problem => ({
  code: 'account-unknown',
  message: `No account has the e-mail ${email}`,
  fix: 'entente account list names the accounts.',
});

async function accountOf(
  database: Databases['auth'],
  email: string,
  isMeant: (account: ListedAccount) => boolean = () => true,
): Promise<Outcome<ListedAccount>> {
  const found = (await findAccounts(database)).find(
    (account) => account.email.toLowerCase() === email.toLowerCase() && isMeant(account),
  );
  return found === undefined ? Outcome.refuse(accountUnknown(email)) : Outcome.of(found);
}

export async function listAccounts({ auth }: Pick<Databases, 'auth'>): Promise<Outcome<readonly ListedAccount[]>> {
  return Outcome.of(await findAccounts(auth));
}

/** The secret end of a link that sets a new password, once and within an hour, for who cannot be sent one by e-mail. */
export async function createResetToken(
  { database, auth }: Pick<SignIn, 'database' | 'auth'>,
  email: string,
): Promise<Outcome<{ readonly token: string; readonly expiresAt: Date }>> {
  const account = await accountOf(database, email, ({ provider }) => provider === null);
  if (!account.ok) return account;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + RESET_SECONDS * 1000);
  const { internalAdapter } = await auth().$context;
  const identifier = `reset-password:${token}`;
  await internalAdapter.createVerificationValue({ identifier, value: account.value.id, expiresAt });
  return Outcome.of({ token, expiresAt });
}

const roleLacking: Problem = {
  code: 'role-lacking',
  message: 'The role of this account in the workspace does not permit this',
  fix: 'Name an account whose role does; the page of members shows which may what.',
};

/** Who acts at the command line, in which workspace, and what for. */
export type ActingAs = { readonly email: string; readonly workspace: string; readonly needs: Action };

/** An account as a caller of commands in one workspace, with what its role permits there and nothing more. */
export async function callerAs(
  { app, auth }: Pick<Databases, 'app' | 'auth'>,
  today: string,
  { email, workspace, needs }: ActingAs,
): Promise<Outcome<Caller>> {
  const account = await accountOf(auth, email);
  if (!account.ok) return account;
  const { id: accountId, name, onlyWorkspaceId } = account.value;
  const identity = {
    kind: 'account',
    accountId,
    name,
    email: account.value.email,
    emailVerified: true,
    sessionId: '',
  } as const;
  const as = (only: string | null) =>
    actorOf(app, { ...identity, ...(only === null ? {} : { onlyWorkspaceId: only }) }, { isDemo: false });
  const wide = await as(onlyWorkspaceId);
  if (wide.kind !== 'person') return Outcome.refuse(accountUnknown(email));
  const own = await ownWorkspace({ database: app, actor: wide }, workspace);
  if (!own.ok) return Outcome.refuse(workspaceMissing);
  // As in a session of this workspace alone: what is worked in apart is reached, and nothing besides.
  const actor = await as(own.value.id);
  if (actor.kind !== 'person' || !can(actor, needs, { workspaceId: own.value.id })) return Outcome.refuse(roleLacking);
  return Outcome.of({ database: app, actor, today, idempotency: null });
}
