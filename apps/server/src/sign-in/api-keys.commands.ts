import { randomBytes } from 'node:crypto';
import type { ApiKeyAnswer } from '@entente/contract/sign-in';
import { invariant, Outcome } from '@entente/core/kernel';
import { signedInAccount } from './account.commands.ts';
import { type ApiKeyRow, findApiKeys, insertApiKey, removeApiKey } from './api-keys.store.ts';
import { REFUSALS } from './refusals.ts';
import { digestOf, type SignIn } from './sign-in.ts';
import type { Visit } from './visit.ts';

const MOST_KEYS = 50;
/** By which a key that lies about is known as one. */
const PREFIX = 'entente_';
const SHOWN = PREFIX.length + 4;

const keyAnswer = ({ id, name, start, scopes, createdAt, expiresAt, lastUsedAt }: ApiKeyRow): ApiKeyAnswer => ({
  id,
  name,
  start,
  scopes: [...scopes],
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

export async function listApiKeys(
  signIn: SignIn,
  visit: Visit,
  workspaceId: string,
): Promise<Outcome<{ readonly items: readonly ApiKeyAnswer[] }>> {
  const identity = await visit.identity();
  if (identity.kind === 'nobody') return Outcome.refuse(REFUSALS.signInRequired);
  const rows = await findApiKeys(signIn.database, { accountId: identity.accountId, workspaceId });
  return Outcome.of({ items: rows.map(keyAnswer) });
}

/** Makes a key; the answer holds it, and nothing else ever will. */
export async function createApiKey(
  signIn: SignIn,
  visit: Visit,
  workspaceId: string,
  { name, scopes, days }: { readonly name: string; readonly scopes: readonly string[]; readonly days: number },
): Promise<Outcome<ApiKeyAnswer & { readonly key: string }>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const owner = { accountId: account.value.accountId, workspaceId };
  if ((await findApiKeys(signIn.database, owner)).length >= MOST_KEYS) return Outcome.refuse(REFUSALS.keysFull);
  const key = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const row = await insertApiKey(signIn.database, owner, {
    name,
    start: key.slice(0, SHOWN),
    digest: digestOf(key),
    scopes: [...new Set(scopes)].sort(),
    days,
  });
  invariant(row, 'an inserted key is returned');
  return Outcome.of({ ...keyAnswer(row), key });
}

export async function endApiKey(signIn: SignIn, visit: Visit, workspaceId: string, id: string): Promise<Outcome<null>> {
  const account = await signedInAccount(visit);
  if (!account.ok) return account;
  const ended = await removeApiKey(signIn.database, { accountId: account.value.accountId, workspaceId }, id);
  return ended ? Outcome.of(null) : Outcome.refuse(REFUSALS.keyNotFound);
}
