import type { WorkspaceAnswer } from '@entente/contract/register';
import { can } from '@entente/core/accounts';
import { Outcome, Slug } from '@entente/core/kernel';
import { inWorkspace } from '../platform/database.ts';
import type { StoredAnswer } from './stored-answer.ts';
import { type Caller, making, nowhereAs, reading } from './changing.commands.ts';
import { cursorOf, placeOf } from './reading.commands.ts';
import { findWorkspaces, insertWorkspace, type Workspace } from './workspaces.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
type WorkspacePage = {
  readonly items: readonly WorkspaceAnswer[];
  readonly nextCursor: string | null;
  readonly total: number;
};

function workspaceAnswer(workspace: Workspace): WorkspaceAnswer {
  const { id, slug, name, seenVersion, defaultPopulation, createdAt, viewer } = workspace;
  return {
    id,
    slug,
    name,
    version: Number(seenVersion),
    defaultPopulation,
    createdAt: createdAt.toISOString(),
    role: viewer.memberships[0]?.role ?? 'reader',
    abilities: {
      write: can(viewer, 'register.write', { workspaceId: id }),
      configure: can(viewer, 'workspace.configure', { workspaceId: id }),
      undo: can(viewer, 'history.undo', { workspaceId: id }),
      manageMembers: can(viewer, 'members.write', { workspaceId: id }),
      readSharing: can(viewer, 'sharing.read', { workspaceId: id }),
      publish: can(viewer, 'sharing.publish', { workspaceId: id }),
      readAudit: can(viewer, 'audit.read', { workspaceId: id }),
    },
  };
}

const SORT = 'slug';

/** The actor's workspaces by slug. */
export async function listWorkspaces(
  { database, actor }: Reads,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Outcome<WorkspacePage>> {
  const place = cursor === undefined ? Outcome.of(null) : placeOf(SORT, cursor);
  if (!place.ok) return place;
  const after = place.value?.value ?? null;
  return inWorkspace(database, nowhereAs(actor), async (transaction) => {
    const { items, total } = await findWorkspaces(transaction, {
      after,
      limit: limit + 1,
      scopes: actor.scopes,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = items.length > limit && last ? cursorOf(SORT, { value: last.slug, id: last.id }) : null;
    return Outcome.of({ items: page.map(workspaceAnswer), nextCursor, total });
  });
}

export function readWorkspace(reads: Reads, workspace: string): Promise<Outcome<WorkspaceAnswer>> {
  return reading(reads, workspace, (_transaction, found) => Promise.resolve(Outcome.of(workspaceAnswer(found))));
}

/** Makes an empty workspace that belongs to the actor. */
export function createWorkspace(
  caller: Caller,
  {
    name,
    slug,
    defaultPopulation = 'all',
  }: { name: string; slug?: string | undefined; defaultPopulation?: Workspace['defaultPopulation'] },
): Promise<Outcome<StoredAnswer>> {
  return making(caller, async (transaction) => {
    const wanted = slug ?? Slug.from(name, 'workspace');
    const workspace = await insertWorkspace(transaction, { slug: wanted, name, defaultPopulation });
    if (workspace === null) {
      return Outcome.refuse({
        code: 'slug-taken',
        message: `There is a workspace "${wanted}" already`,
        fix: 'Choose another name for addresses.',
        pointer: '/slug',
      });
    }
    const headers = { location: `/api/v1/workspaces/${wanted}` };
    const answer = { status: 201, headers, body: workspaceAnswer(workspace) };
    return Outcome.of({ workspace: workspace.id, answer });
  });
}
