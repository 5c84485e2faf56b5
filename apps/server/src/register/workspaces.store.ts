import { type AccessClass, audienceOf, can, type PersonActor, type Role } from '@entente/core/accounts';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

export type Workspace = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Grows with every change: what was read at one is not true of another. */
  readonly version: string;
  /** The same as far as the actor learns of changes. */
  readonly seenVersion: string;
  readonly defaultPopulation: 'all' | 'equity' | 'joint-ventures';
  readonly createdAt: Date;
  /** The actor of the transaction as a member of this workspace and of no other. */
  readonly viewer: PersonActor;
};

type Row = Omit<Workspace, 'viewer' | 'seenVersion'> & {
  readonly entered?: string;
  readonly seenVersions: readonly [string, string, string];
  readonly personId: string;
  readonly role: Role;
  readonly cleanTeam: boolean;
};

const columns = sql`w.id, w.slug, w.name, w.version, w.seen_versions::text[] as "seenVersions", w.default_population as "defaultPopulation", w.created_at as "createdAt",
  h.person_id as "personId", h.role, h.clean_team as "cleanTeam"`;
/** The actor's own roles are all that row-level security shows of them. */
const held = sql`app.workspace w join app.role_held h
  on h.workspace_id = w.id and h.person_id = nullif(current_setting('entente.actor', true), '')::uuid`;

/** As `app.seen_version` says it of a change. */
function seenVersionOf({ version, seenVersions, role, cleanTeam, id }: Row, viewer: PersonActor): string {
  const classes = audienceOf({ role, cleanTeam });
  const isNever = classes.includes('NEVER');
  const isClean = classes.includes('CLEAN');
  if (can(viewer, 'audit.read', { workspaceId: id }) || (isNever && isClean)) return version;
  return seenVersions[isNever ? 1 : isClean ? 2 : 0];
}

function workspaceOf(row: Row, scopes: PersonActor['scopes']): Workspace {
  const { personId, role, cleanTeam, seenVersions: _versions, entered: _entered, ...workspace } = row;
  const memberships = [{ workspaceId: workspace.id, slug: workspace.slug, role, cleanTeam }];
  const viewer: PersonActor = { kind: 'person', personId, memberships, scopes, only: null };
  return { ...workspace, seenVersion: seenVersionOf(row, viewer), viewer };
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The classes of records that the actor of the transaction reads here. */
export const audienceIn = ({ viewer }: Workspace): readonly AccessClass[] =>
  viewer.memberships.flatMap((membership) => audienceOf(membership));

/** What one reading of a workspace may be shared by: its readers of the same classes. */
export const placeOfAudience = (workspace: Workspace): string => `${workspace.id} ${audienceIn(workspace).join(' ')}`;

const named = (reference: string) => (ID.test(reference) ? sql`w.id = ${reference}` : sql`w.slug = ${reference}`);

/** A workspace that the actor may see, by slug or id. */
export async function findWorkspace(
  transaction: DatabaseTransaction,
  reference: string,
  scopes: PersonActor['scopes'],
): Promise<Workspace | null> {
  const { rows } = await sql<Row>`select ${columns} from ${held} where ${named(reference)}`.execute(transaction);
  return rows[0] === undefined ? null : workspaceOf(rows[0], scopes);
}

/** As `findWorkspace`; where it is found, the transaction works in it from here on. */
export async function enterWorkspaceNamed(
  transaction: DatabaseTransaction,
  reference: string,
  scopes: PersonActor['scopes'],
): Promise<Workspace | null> {
  const { rows } = await sql<Row>`
    select ${columns}, set_config('entente.workspace', w.id::text, true) as entered from ${held}
    where ${named(reference)}`.execute(transaction);
  return rows[0] === undefined ? null : workspaceOf(rows[0], scopes);
}

/** From here on the transaction works in this workspace. */
export async function enterWorkspace(transaction: DatabaseTransaction, id: string): Promise<void> {
  await sql`select set_config('entente.workspace', ${id}, true)`.execute(transaction);
}

export async function findWorkspaces(
  transaction: DatabaseTransaction,
  {
    after,
    limit,
    scopes,
  }: { readonly after: string | null; readonly limit: number; readonly scopes: PersonActor['scopes'] },
): Promise<{ readonly items: readonly Workspace[]; readonly total: number }> {
  const { rows } = await sql<Row>`
    select ${columns} from ${held} where ${after}::text is null or w.slug > ${after}
    order by w.slug limit ${limit}`.execute(transaction);
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${held}`.execute(transaction);
  return { items: rows.map((row) => workspaceOf(row, scopes)), total: counted.rows[0]?.total ?? 0 };
}

/** Makes a workspace, which the actor owns; null when its name in addresses is taken, by whomever. */
export async function insertWorkspace(
  transaction: DatabaseTransaction,
  { slug, name, defaultPopulation }: Pick<Workspace, 'slug' | 'name' | 'defaultPopulation'>,
): Promise<Workspace | null> {
  const { rows } = await sql<{ id: string }>`
    insert into app.workspace (slug, name, default_population, created_by)
    values (${slug}, ${name}, ${defaultPopulation}, current_setting('entente.actor')::uuid)
    on conflict (slug) do nothing returning id`.execute(transaction);
  return rows[0] === undefined ? null : findWorkspace(transaction, rows[0].id, null);
}
