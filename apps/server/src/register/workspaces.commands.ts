import type { WorkspaceAnswer } from '@entente/contract/register';
import { type Actor, can } from '@entente/core/accounts';
import { Outcome, Slug } from '@entente/core/kernel';
import { inWorkspace } from '../platform/database.ts';
import type { StoredAnswer } from './stored-answer.ts';
import { type Caller, making, reading } from './changing.commands.ts';
import { cursorOf, placeOf } from './reading.commands.ts';
import { findWorkspace, findWorkspaces, insertWorkspace, type Workspace } from './workspaces.store.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;
type WorkspacePage = {
  readonly items: readonly WorkspaceAnswer[];
  readonly nextCursor: string | null;
  readonly total: number;
};

function workspaceAnswer(
  { id, slug, name, version, defaultPopulation, createdAt }: Workspace,
  actor: Actor,
): WorkspaceAnswer {
  return {
    id,
    slug,
    name,
    version: Number(version),
    defaultPopulation,
    createdAt: createdAt.toISOString(),
    abilities: { write: can(actor, 'register.write', { workspaceId: id }) },
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
  return inWorkspace(database, { workspaceId: null, actorId: actor.personId }, async (transaction) => {
    const { items, total } = await findWorkspaces(transaction, { after, limit: limit + 1 });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = items.length > limit && last ? cursorOf(SORT, { value: last.slug, id: last.id }) : null;
    return Outcome.of({ items: page.map((workspace) => workspaceAnswer(workspace, actor)), nextCursor, total });
  });
}

export function readWorkspace(reads: Reads, workspace: string): Promise<Outcome<WorkspaceAnswer>> {
  return reading(reads, workspace, (_transaction, found) =>
    Promise.resolve(Outcome.of(workspaceAnswer(found, reads.actor))),
  );
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
    if ((await findWorkspace(transaction, wanted)) !== null) {
      return Outcome.refuse({
        code: 'slug-taken',
        message: `There is a workspace "${wanted}" already`,
        fix: 'Choose another name for addresses.',
        pointer: '/slug',
      });
    }
    const workspace = await insertWorkspace(transaction, { slug: wanted, name, defaultPopulation });
    const headers = { location: `/api/v1/workspaces/${wanted}` };
    const answer = { status: 201, headers, body: workspaceAnswer(workspace, caller.actor) };
    return Outcome.of({ workspace: workspace.id, answer });
  });
}
