import type { OwnWorkspaceAnswer } from '@entente/contract/sign-in';
import { Outcome } from '@entente/core/kernel';
import { inWorkspace } from '../platform/database.ts';
import { enterOnly, findOwnMemberships } from './actors.store.ts';
import { type Caller, nowhereAs, workspaceMissing } from './changing.commands.ts';
import { findWorkspace } from './workspaces.store.ts';

/**
 * The workspaces that somebody belongs to, by name, also those that are worked in apart: of these the session that asks
 * learns that they are there and nothing of what they hold. A session of one workspace knows that one alone.
 */
export function listOwnWorkspaces({
  database,
  actor,
}: Pick<Caller, 'database' | 'actor'>): Promise<Outcome<{ readonly items: readonly OwnWorkspaceAnswer[] }>> {
  return inWorkspace(database, nowhereAs(actor), async (transaction) => {
    const items: OwnWorkspaceAnswer[] = [];
    for (const { workspaceId, role, apart } of await findOwnMemberships(transaction)) {
      await enterOnly(transaction, workspaceId);
      const found = await findWorkspace(transaction, workspaceId, null);
      if (found !== null) items.push({ id: found.id, slug: found.slug, name: found.name, role, apart });
    }
    return Outcome.of({ items: items.sort((one, other) => (one.slug < other.slug ? -1 : 1)) });
  });
}

/** A workspace that somebody belongs to, apart or not, by slug or id. */
export async function ownWorkspace(
  reads: Pick<Caller, 'database' | 'actor'>,
  reference: string,
): Promise<Outcome<OwnWorkspaceAnswer>> {
  const own = await listOwnWorkspaces(reads);
  if (!own.ok) return own;
  const found = own.value.items.find(({ id, slug }) => reference === id || reference === slug);
  return found === undefined ? Outcome.refuse(workspaceMissing) : Outcome.of(found);
}
